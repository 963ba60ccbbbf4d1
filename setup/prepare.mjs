// @ts-check
import { findBrowser } from './browser.mjs';
import { prepareFirstRun } from './first-run.mjs';
import { thisMachine } from './machine.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { installPackages } from './packages.mjs';
import { checkWritable } from './writable.mjs';

/**
 * Makes this machine ready for a run: Node, the locked packages, a browser, the suite compiled. What it found out is
 * remembered under node_modules, so that a second call does no work.
 * @param {import('./machine.mjs').Machine} [machine]
 * @returns {Promise<import('./browser.mjs').Browser>} the browser that will be used
 * @throws {import('./problem.mjs').Problem} one sentence, for the first thing that is missing and cannot be had
 */
export async function prepare(machine = thisMachine()) {
  checkNodeVersion(machine.nodeVersion);
  checkWritable(machine);
  await installPackages(machine);
  const browser = await findBrowser(machine);
  await prepareFirstRun(machine);
  return browser;
}
