// @ts-check
import { spawn } from 'node:child_process';

/**
 * How a command ended. `ended` is `missing` when it could not be started, `late` when its time ran out.
 * @typedef {object} Ran
 * @property {'exited' | 'missing' | 'late'} ended
 * @property {number} code exit code; 1 when it was ended by a signal or never began
 * @property {string} output what it wrote to stdout and stderr; empty when it wrote straight to the terminal
 */

/**
 * @typedef {object} RunOptions
 * @property {string} cwd
 * @property {Readonly<Record<string, string | undefined>>} [env]
 * @property {boolean} [loud] its output goes to the terminal as it comes, and is not kept
 * @property {number} [limit] milliseconds after which it is stopped
 */

/** How much of a quiet command's output is kept, in characters: the end of it says why it failed. */
const kept = 200_000;

/** How long a command that was asked to stop may take before it is made to, in milliseconds. */
const grace = 10_000;

/**
 * Runs a command to its end. Never throws for what the command does: the answer says how it ended.
 * SIGINT and SIGTERM that reach this process meanwhile are handed on, so that nothing is left running.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns {Promise<Ran>}
 */
export function run(command, args, { cwd, env = process.env, loud = false, limit }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: loud ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let late = false;
    const stopHandingOn = handOnSignals(child);
    const stop = () => {
      late = true;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), grace).unref();
    };
    const timer = limit === undefined ? undefined : setTimeout(stop, limit);
    /** @param {Ran} ran */
    const end = (ran) => {
      clearTimeout(timer);
      stopHandingOn();
      resolve(ran);
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output = (output + text).slice(-kept);
      });
    }
    child.on('error', (error) => end({ ended: 'missing', code: 1, output: error.message }));
    child.on('close', (code) => end({ ended: late ? 'late' : 'exited', code: code ?? 1, output }));
  });
}

/**
 * A terminal sends SIGINT to the whole group; a supervisor only to this process. The child gets it either way,
 * and this process lives until the child has tidied up.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} ends it
 */
function handOnSignals(child) {
  const interrupt = () => void child.kill('SIGINT');
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return () => {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  };
}
