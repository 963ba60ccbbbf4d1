// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { thisMachine } from './machine.mjs';
import { prepare } from './prepare.mjs';
import { problem, runMain } from './problem.mjs';
import { cannotWrite } from './writable.mjs';

/** What the report's command may answer: all held, a leak, configuration, something unknown. */
const verdicts = [0, 1, 2, 3];

await runMain(start);

/**
 * The whole run: set-up, the guarantees, the gates on a machine that is quiet again, the verdict.
 * Further arguments of the command line go to the guarantees (`npm start -- --grep invoice`).
 * @returns {Promise<number>} 0 all held, 1 a leak or a gate missed, 2 the configuration is wrong, 3 something is unknown
 */
async function start() {
  const machine = thisMachine();
  const { executablePath } = await prepare(machine);
  const env = { ...machine.env, TRESPASS_BROWSER: executablePath };
  const results = clearResults(machine);
  const stopped = noteStop();
  const codes = [await playwright({ ...machine, env }, 'guarantees', process.argv.slice(2))];
  if (stopped()) return 130;
  // Nothing was begun: the configuration is wrong, and the report says how.
  if (existsSync(join(results, 'guarantees.json'))) {
    codes.push(await playwright({ ...machine, env }, 'gates', ['--config', 'gates.config.ts']));
    if (stopped()) return 130;
  }
  const report = await machine.run(machine.node, ['--import', 'tsx', 'src/cli/report.ts'], {
    cwd: machine.root,
    env,
    loud: true,
  });
  return exitCode(report.code, hasWaived(machine) ? [] : codes);
}

/**
 * What an earlier run left must not be taken for a result of this one.
 * @param {import('./machine.mjs').Machine} machine
 * @returns {string} the folder of the results
 */
function clearResults(machine) {
  const results = resolve(machine.root, machine.env['TRESPASS_REPORTS'] || 'reports', 'results');
  try {
    rmSync(results, { recursive: true, force: true });
    mkdirSync(results, { recursive: true });
  } catch (error) {
    throw problem(cannotWrite(results, String(error)));
  }
  return results;
}

/**
 * @param {import('./machine.mjs').Machine} machine
 * @param {'guarantees' | 'gates'} stage
 * @param {readonly string[]} args
 * @returns {Promise<number>} Playwright's exit code
 */
async function playwright(machine, stage, args) {
  const cli = join('node_modules', '@playwright', 'test', 'cli.js');
  const ran = await machine.run(machine.node, [cli, 'test', ...args], {
    cwd: machine.root,
    env: { ...machine.env, TRESPASS_STAGE: stage },
    loud: true,
  });
  return ran.code;
}

/**
 * A guarantee that is waived fails for Playwright all the same: then the report alone decides, which has weighed
 * every failure.
 * @param {import('./machine.mjs').Machine} machine
 * @returns {boolean}
 */
function hasWaived(machine) {
  const file = resolve(machine.root, machine.env['TRESPASS_REPORTS'] || 'reports', 'acceptance.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')).waived.length > 0;
  } catch {
    return false;
  }
}

/**
 * The report decides, but it can only speak of what it was told: it cannot make a run green that Playwright ended in red.
 * @param {number} report
 * @param {readonly number[]} runs
 * @returns {number}
 */
function exitCode(report, runs) {
  if (!verdicts.includes(report)) return 3;
  if (report !== 0 || runs.every((code) => code === 0)) return report;
  process.stdout.write(
    'Unknown: a test failed for a reason that the report does not know; see reports/html.\n',
  );
  return 3;
}

/** @returns {() => boolean} whether somebody has asked this process to stop */
function noteStop() {
  let stopped = false;
  const note = () => {
    stopped = true;
  };
  process.on('SIGINT', note);
  process.on('SIGTERM', note);
  return () => stopped;
}
