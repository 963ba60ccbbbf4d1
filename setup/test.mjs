// @ts-check
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thisMachine } from './machine.mjs';
import { prepare } from './prepare.mjs';
import { problem, runMain } from './problem.mjs';

/** @typedef {import('./machine.mjs').Machine} Machine */

/**
 * How many checks of a step passed and failed.
 * @typedef {{ readonly passed: number, readonly failed: number }} Count
 */

/**
 * What proves the suite, cheapest first.
 * @type {Readonly<Record<string, (machine: Machine) => Promise<Count>>>}
 */
const steps = {
  format: (machine) => check(machine, 'prettier', ['node_modules/prettier/bin/prettier.cjs', '--check', '.']),
  lint: (machine) =>
    check(machine, 'oxlint', ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings']),
  unused: (machine) => check(machine, 'knip', ['node_modules/knip/bin/knip.js', '--no-progress']),
  types: (machine) => check(machine, 'tsc', ['node_modules/typescript/bin/tsc', '-p', '.']),
  unit: (machine) => vitest(machine, 'unit'),
  selftest: (machine) => vitest(machine, 'selftest'),
};

await runMain(test);

/**
 * Proves the suite. Arguments choose steps (`npm test -- lint types`); without any, all of them run.
 * @returns {Promise<number>} 0 when nothing failed, else 1
 */
async function test() {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !(name in steps));
  if (unknown.length > 0) {
    throw problem(`No such step: ${unknown.join(', ')}. The steps are ${Object.keys(steps).join(', ')}.`);
  }
  const { executablePath } = await prepare();
  const here = thisMachine();
  const machine = { ...here, env: { ...here.env, TRESPASS_BROWSER: executablePath } };
  let passed = 0;
  let failed = 0;
  for (const [name, step] of Object.entries(steps)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const began = Date.now();
    const count = await step(machine);
    passed += count.passed;
    failed += count.failed;
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    machine.say(`${count.failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${sentence(count)} in ${seconds} s`);
  }
  machine.say(sentence({ passed, failed }));
  return failed === 0 ? 0 : 1;
}

/**
 * @param {Count} count
 * @returns {string}
 */
function sentence({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/**
 * A static check is one check; it is silent when it passes.
 * @param {Machine} machine
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Promise<Count>}
 */
async function check(machine, name, args) {
  const ran = await machine.run(machine.node, args, { cwd: machine.root, env: machine.env });
  if (ran.code === 0) return { passed: 1, failed: 0 };
  machine.say(ran.output.trimEnd() || `${name} ended with exit code ${ran.code} and said nothing.`);
  return { passed: 0, failed: 1 };
}

/**
 * @param {Machine} machine
 * @param {'unit' | 'selftest'} project
 * @returns {Promise<Count>}
 */
async function vitest(machine, project) {
  const folder = mkdtempSync(join(tmpdir(), 'trespass-test-'));
  const file = join(folder, 'result.json');
  try {
    const ran = await machine.run(
      machine.node,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        `--project=${project}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
      { cwd: machine.root, env: machine.env, loud: true },
    );
    return countOf(file, ran.code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A file that could not be read at all has no tests to fail, and an unhandled error belongs to none:
 * then the exit code is what counts.
 * @param {string} file what vitest's JSON reporter wrote
 * @param {number} code vitest's exit code
 * @returns {Count}
 */
function countOf(file, code) {
  const result = readResult(file);
  const passed = result?.numPassedTests ?? 0;
  const failed = result?.numFailedTests ?? 0;
  return { passed, failed: code === 0 && passed > 0 ? failed : Math.max(failed, 1) };
}

/**
 * @param {string} file
 * @returns {{ readonly numPassedTests: number, readonly numFailedTests: number } | undefined}
 */
function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
