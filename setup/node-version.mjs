// @ts-check
import { problem } from './problem.mjs';

/** The oldest Node that every locked package runs on; `engines` of package.json says the same. */
const oldest = [20, 20, 0];

/**
 * @param {string} version of the running Node, without the `v`
 * @throws {import('./problem.mjs').Problem} when it is too old
 */
export function checkNodeVersion(version) {
  const found = version.split('.').map((part) => Number.parseInt(part, 10));
  const at = oldest.findIndex((part, index) => part !== found[index]);
  if (at === -1 || Number(found[at]) > Number(oldest[at])) return;
  throw problem(
    `Trespass needs Node ${oldest.join('.')} or newer and this is Node ${version}: install a newer one from https://nodejs.org and start again.`,
  );
}
