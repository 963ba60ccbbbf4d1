// @ts-check
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { problem } from './problem.mjs';

/**
 * A run leaves reports, and the first run packages: without a writable folder nothing of that can be.
 * @param {{ readonly root: string }} machine
 * @throws {import('./problem.mjs').Problem} when nothing can be written there
 */
export function checkWritable({ root }) {
  for (const folder of [root, join(root, 'reports'), join(root, 'node_modules')].filter(existsSync)) {
    try {
      accessSync(folder, constants.W_OK);
    } catch (error) {
      throw problem(cannotWrite(folder, String(error)));
    }
  }
}

/**
 * @param {string} folder
 * @param {string} why what the system or npm said
 * @returns {string} the sentence for people
 */
export function cannotWrite(folder, why) {
  const reason = /EROFS/.test(why)
    ? 'its disk is read-only'
    : /ENOSPC/.test(why)
      ? 'its disk is full'
      : 'this user may not';
  return `Nothing can be written to ${folder} (${reason}): make it writable, or clone the project to a place that is.`;
}
