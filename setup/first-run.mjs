// @ts-check
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('./machine.mjs').Machine} Machine */

/** How long either may take, in milliseconds; what is not done by then is done by the run itself. */
const limit = 60_000;

/**
 * Does beforehand, side by side, what the first run would do one after the other: compiles the suite, and makes the
 * demo's database. What goes wrong here goes wrong there, too, and is told there.
 * @param {Machine} machine
 * @returns {Promise<void>}
 */
export async function prepareFirstRun(machine) {
  const done = join(machine.root, 'node_modules', '.trespass-compiled');
  if (existsSync(done)) return;
  machine.say('Suite: compiling it and making the demo’s database, this once ...');
  const options = { cwd: machine.root, env: machine.env, limit };
  await Promise.all([
    machine.run(machine.node, ['node_modules/@playwright/test/cli.js', 'test', '--list'], options),
    machine.run(machine.node, ['--import', 'tsx', 'demo/main.ts', '--prepare'], options),
  ]);
  try {
    writeFileSync(done, '');
  } catch {
    // Then the next run does it again.
  }
}
