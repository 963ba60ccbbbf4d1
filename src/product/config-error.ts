/** One thing that is wrong, and what to do about it. Holds no value of a secret. */
export interface Problem {
  /** Path within the file: `accounts.userB.passwordEnv`. */
  readonly at: string;
  readonly seen: string;
  readonly next: string;
}

/** Name of the file that a person has to correct: the one that `PRODUCT` names, or the usual one. */
export function configFile(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return env['PRODUCT'] || 'product.config.ts';
}

const mark = Symbol.for('trespass.config-error');

/** The configuration is wrong: exit code 2. */
export interface ConfigError extends Error {
  readonly problems: readonly Problem[];
}

/**
 * One error for all problems of a file, as a table for people.
 *
 * @param file name of the file that is wrong
 */
export function configError(file: string, problems: readonly Problem[]): ConfigError {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const left = width(problems.map(({ at }) => at));
  const middle = width(problems.map(({ seen }) => seen));
  const lines = problems.map(
    ({ at, seen, next }) => `  ${at.padEnd(left)}  ${seen.padEnd(middle)}  → ${next}`,
  );
  const error = new Error([`${file}: ${count}`, ...lines].join('\n'));
  error.name = 'ConfigError';
  return Object.assign(error, { problems, [mark]: true });
}

/** Whether an error, from whatever copy of this module, says that the configuration is wrong. */
export function isConfigError(error: unknown): error is ConfigError {
  return error instanceof Error && mark in error;
}

/** Width of a column; a single long cell does not push the others off the screen. */
function width(cells: readonly string[]): number {
  return Math.min(64, Math.max(0, ...cells.map(({ length }) => length)));
}
