// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { problem } from './problem.mjs';
import { cannotWrite } from './writable.mjs';

/** @typedef {import('./machine.mjs').Machine} Machine */

/** How long an installation may take, in milliseconds. */
const limit = 15 * 60_000;

/** How long the registry may take to answer, in milliseconds. */
const pingLimit = 20_000;

/** Codes by which Node and npm tell that there was no way, and not that the answer was no. */
const networkError =
  /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EIDLETIMEOUT)\b/;

/**
 * Brings exactly the locked packages to node_modules, unless they are there already.
 * @param {Machine} machine
 * @throws {import('./problem.mjs').Problem} when they cannot be had
 */
export async function installPackages(machine) {
  const wanted = stampOf(machine);
  if (readStamp(machine) === wanted) return;
  if (!isInstalled(machine)) await install(machine);
  try {
    writeFileSync(stampFile(machine), wanted);
  } catch (error) {
    throw problem(cannotWrite(dirname(stampFile(machine)), String(error)));
  }
}

/** @param {Machine} machine */
async function install(machine) {
  machine.say('Packages: installing what package-lock.json names ...');
  const began = Date.now();
  // Without a registry npm asks for each package in turn, for minutes: better to know before.
  const unreachable = await findUnreachable(machine);
  const source = unreachable === undefined ? '--prefer-offline' : '--offline';
  const ran = await npm(machine, ['ci', source, '--no-audit', '--no-fund'], limit);
  if (ran.ended !== 'exited' || ran.code !== 0) throw problem(whyNot(machine, ran, unreachable));
  machine.say(`Packages: installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/**
 * Asks npm for its registry, with the user's own settings.
 * @param {Machine} machine
 * @returns {Promise<string | undefined>} its host, when there is no way to it; whatever it answers is an answer
 */
async function findUnreachable(machine) {
  const ran = await npm(machine, ['ping', '--fetch-retries=1', '--fetch-retry-mintimeout=500'], pingLimit);
  if (ran.ended === 'exited' && !networkError.test(ran.output)) return undefined;
  return /https?:\/\/(?:[^/\s@]*@)?([^/\s]+)/.exec(ran.output)?.[1] ?? 'whose address npm did not tell';
}

/**
 * @param {Machine} machine
 * @param {import('./run.mjs').Ran} ran
 * @param {string | undefined} unreachable
 * @returns {string} one sentence
 */
function whyNot(machine, ran, unreachable) {
  if (ran.ended === 'missing') {
    return 'The packages are not installed and npm was not found beside Node: install Node with npm from https://nodejs.org.';
  }
  if (ran.ended === 'late') {
    return `The packages could not be installed within ${limit / 60_000} minutes: check the network, then start again.`;
  }
  if (/\b(EROFS|EACCES|EPERM|ENOSPC)\b/.test(ran.output)) return cannotWrite(machine.root, ran.output);
  if (unreachable !== undefined) {
    return `The packages are not installed and the npm registry (${unreachable}) cannot be reached: connect to the network, or set npm's registry or proxy, then start again.`;
  }
  if (networkError.test(ran.output)) {
    return 'The packages are not installed, because the network broke while they were fetched: start again.';
  }
  if (/can only install packages when your package\.json and package-lock\.json/.test(ran.output)) {
    return 'package.json and package-lock.json do not agree, so there is nothing exact to install: run "npm install" and commit both.';
  }
  const said =
    /npm (?:error|ERR!) (?!code|errno|A complete log)(.+)/.exec(ran.output)?.[1] ?? 'it did not say why';
  return `The packages could not be installed, npm says: ${said.trim()}; run "npm ci" to see all of it.`;
}

/**
 * npm as it is found beside Node: without a shell, which is also how it works on Windows.
 * @param {Machine} machine
 * @param {readonly string[]} args
 * @param {number} time limit in milliseconds
 */
function npm(machine, args, time) {
  const beside = dirname(machine.node);
  const candidates = [
    machine.env['npm_execpath'] ?? '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = candidates.find((path) => path.endsWith('npm-cli.js') && existsSync(path));
  const options = { cwd: machine.root, env: machine.env, limit: time };
  return script === undefined
    ? machine.run('npm', args, options)
    : machine.run(machine.node, [script, ...args], options);
}

/** @param {Machine} machine */
function stampFile(machine) {
  return join(machine.root, 'node_modules', '.trespass-stamp');
}

/**
 * @param {Machine} machine
 * @returns {string | undefined}
 */
function readStamp(machine) {
  try {
    return readFileSync(stampFile(machine), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * @param {Machine} machine
 * @returns {string} the same for the same lock file, Node major version and platform
 */
function stampOf(machine) {
  const lock = createHash('sha256')
    .update(readFileSync(lockFile(machine)))
    .digest('hex');
  return `${lock} node ${machine.nodeVersion.split('.')[0]} ${machine.platform} ${machine.arch}\n`;
}

/** @param {Machine} machine */
function lockFile(machine) {
  return join(machine.root, 'package-lock.json');
}

/**
 * Somebody may have run npm by hand: npm then left its own account of what is there. Only an account that names
 * every required package at the locked version, with its folder, counts.
 * @param {Machine} machine
 * @returns {boolean}
 */
function isInstalled(machine) {
  if (readStamp(machine)?.endsWith(stampOf(machine).slice(64)) === false) return false; // built for another Node
  const there = readPackages(join(machine.root, 'node_modules', '.package-lock.json'));
  const wanted = readPackages(lockFile(machine));
  if (there === undefined || wanted === undefined) return false;
  const isRight = (/** @type {string} */ path) =>
    there[path]?.version === wanted[path]?.version &&
    there[path]?.integrity === wanted[path]?.integrity &&
    existsSync(join(machine.root, path));
  const isExtra = (/** @type {string} */ path) => wanted[path] === undefined;
  return (
    Object.keys(there).every((path) => !isExtra(path)) &&
    Object.keys(wanted)
      .filter((path) => path !== '' && wanted[path]?.optional !== true)
      .every(isRight) &&
    Object.keys(there).every(isRight)
  );
}

/**
 * @typedef {{ readonly version?: string, readonly integrity?: string, readonly optional?: boolean }} LockedPackage
 * @param {string} file
 * @returns {Readonly<Record<string, LockedPackage>> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
