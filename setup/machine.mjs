// @ts-check
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

/**
 * What the set-up knows of the machine and may do to it: gathered here so that a test can be another machine.
 * @typedef {object} Machine
 * @property {string} root folder of the project
 * @property {string} nodeVersion without the `v`
 * @property {string} node path of the running Node
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {boolean} isRoot whether system packages may be installed
 * @property {readonly string[]} headlessShells where a Chromium without windows may lie: a page costs it half as much
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {(line: string) => void} say tells the person one line
 * @property {typeof run} run
 */

/**
 * The machine that this process runs on.
 * @returns {Machine}
 */
export function thisMachine() {
  return {
    root: fileURLToPath(new URL('..', import.meta.url)),
    nodeVersion: process.versions.node,
    node: process.execPath,
    platform: process.platform,
    arch: process.arch,
    isRoot: process.getuid?.() === 0,
    headlessShells: ['/usr/bin/chromium-headless-shell'],
    env: process.env,
    say: (line) => process.stdout.write(`${line}\n`),
    run,
  };
}
