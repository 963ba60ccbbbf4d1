// @ts-check

/**
 * Something that keeps the set-up from going on, as one sentence for people.
 * @typedef {Error & { readonly exitCode: number }} Problem
 */

/**
 * Makes an error whose message is all that a person needs to read; no stack is shown for it.
 * @param {string} sentence what was seen, where, and what to do next
 * @returns {Problem}
 */
export function problem(sentence) {
  return Object.assign(new Error(sentence), { exitCode: 2 });
}

/**
 * Runs a command's main function and turns what it returns or throws into the exit code.
 * @param {() => Promise<number>} main answers the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!isProblem(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}

/**
 * @param {unknown} error
 * @returns {error is Problem}
 */
function isProblem(error) {
  return error instanceof Error && 'exitCode' in error;
}
