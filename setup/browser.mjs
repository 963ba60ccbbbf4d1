// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { problem } from './problem.mjs';

/** @typedef {import('./machine.mjs').Machine} Machine */

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {string} found how it was come by, for people
 */

/** How long a browser may take to tell its version, in milliseconds: a cold disk is slow. */
const versionLimit = 30_000;

/** How long Playwright's download may take, in milliseconds: where it is refused it would try for long. */
const downloadLimit = 120_000;

/** How long the system's packages may take, in milliseconds. */
const systemLimit = 300_000;

/**
 * Finds a browser that starts, or brings one here. The first that works is used: TRESPASS_BROWSER, Playwright's own,
 * an installed Chrome or Chromium (a headless shell before others), Playwright's download, the system's package.
 * The answer is kept in node_modules/.trespass-browser.json for the next run, and for the run itself.
 * @param {Machine} machine
 * @returns {Promise<Browser>}
 * @throws {import('./problem.mjs').Problem} when there is none and none can be had
 */
export async function findBrowser(machine) {
  const chosen = machine.env['TRESPASS_BROWSER'];
  if (chosen) return asChosen(machine, chosen);
  const remembered = recall(machine);
  if (remembered !== undefined) {
    machine.say(`Browser: ${remembered.executablePath}, ${remembered.found}.`);
    return remembered;
  }
  for (const way of [playwrightsOwn, installed, download, systemPackage]) {
    for (const candidate of await way(machine)) {
      const version = await versionOf(machine, candidate.executablePath);
      if (version !== undefined) return remember(machine, candidate, version);
    }
  }
  throw problem(
    'No browser was found and none could be installed: install Chrome or Chromium, or set TRESPASS_BROWSER to the path of one.',
  );
}

/**
 * @param {Machine} machine
 * @param {string} executablePath
 * @returns {Promise<Browser>}
 */
async function asChosen(machine, executablePath) {
  if (!existsSync(executablePath)) {
    throw problem(
      `TRESPASS_BROWSER names ${executablePath} and there is no such file: set it to the path of a Chrome or Chromium, or leave it out to have one found.`,
    );
  }
  machine.say(`Browser: ${executablePath}, named by TRESPASS_BROWSER.`);
  return { executablePath, found: 'named by TRESPASS_BROWSER' };
}

/** @param {Machine} machine */
function memoryFile(machine) {
  return join(machine.root, 'node_modules', '.trespass-browser.json');
}

/**
 * @param {Machine} machine
 * @returns {Browser | undefined} what an earlier run found, when it is still there
 */
function recall(machine) {
  try {
    const { executablePath, found } = JSON.parse(readFileSync(memoryFile(machine), 'utf8'));
    return existsSync(executablePath) ? { executablePath, found } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {Machine} machine
 * @param {Browser} browser
 * @param {string} version
 * @returns {Browser}
 */
function remember(machine, browser, version) {
  machine.say(`Browser: ${version} at ${browser.executablePath}, ${browser.found}.`);
  writeFileSync(memoryFile(machine), `${JSON.stringify(browser)}\n`);
  return browser;
}

/**
 * Some systems ship a `chromium` that only says how to install one, and a download may lack its libraries.
 * @param {Machine} machine
 * @param {string} executablePath
 * @returns {Promise<string | undefined>} its name and version when it starts
 */
async function versionOf(machine, executablePath) {
  if (!existsSync(executablePath)) return undefined;
  if (machine.platform === 'win32') return 'Chrome'; // there, --version opens a window
  const ran = await machine.run(executablePath, ['--version'], {
    cwd: machine.root,
    env: machine.env,
    limit: versionLimit,
  });
  return ran.code === 0 ? /^\D*\d+\.[\d.]*/m.exec(ran.output)?.[0].trim() : undefined;
}

/**
 * @param {Machine} machine
 * @returns {Promise<readonly Browser[]>}
 */
async function playwrightsOwn(machine) {
  const { chromium } = await load(machine, '@playwright/test');
  return [{ executablePath: chromium.executablePath(), found: "Playwright's own" }];
}

/**
 * @param {Machine} machine
 * @returns {Promise<readonly Browser[]>}
 */
async function installed(machine) {
  const paths = [...machine.headlessShells, ...(await withWindows(machine))];
  return paths.map((executablePath) => ({ executablePath, found: 'installed on this machine' }));
}

/**
 * @param {Machine} machine
 * @returns {Promise<readonly string[]>}
 */
async function withWindows(machine) {
  const { Launcher } = await load(machine, 'chrome-launcher');
  try {
    return Launcher.getInstallations();
  } catch {
    return []; // it throws when it finds none
  }
}

/**
 * @param {Machine} machine
 * @returns {Promise<readonly Browser[]>}
 */
async function download(machine) {
  machine.say('Browser: none is installed, downloading Chromium ...');
  const ran = await playwright(machine, ['install', 'chromium'], downloadLimit);
  if (ran.code !== 0 || ran.ended !== 'exited') {
    machine.say(
      `Browser: the download ${ran.ended === 'late' ? `did not end within ${downloadLimit / 1000} s` : 'was refused'}.`,
    );
    return [];
  }
  const [own] = await playwrightsOwn(machine);
  if (own === undefined) return [];
  if (maySystemInstall(machine) && (await versionOf(machine, own.executablePath)) === undefined) {
    machine.say('Browser: it lacks libraries of the system, installing them ...');
    await playwright(machine, ['install-deps', 'chromium'], systemLimit);
  }
  return [own];
}

/**
 * @param {Machine} machine
 * @returns {Promise<readonly Browser[]>}
 */
async function systemPackage(machine) {
  if (!maySystemInstall(machine)) return [];
  machine.say("Browser: installing the system's chromium ...");
  const options = {
    cwd: machine.root,
    env: { ...machine.env, DEBIAN_FRONTEND: 'noninteractive' },
    limit: systemLimit,
  };
  await machine.run('apt-get', ['update'], options); // a stale list may still do
  // One after the other: not every Debian has the second, and the first will do.
  for (const name of ['chromium', 'chromium-headless-shell'])
    await machine.run('apt-get', ['install', '-y', '--no-install-recommends', name], options);
  return installed(machine);
}

/** @param {Machine} machine */
function maySystemInstall(machine) {
  return machine.platform === 'linux' && machine.isRoot && existsSync('/usr/bin/apt-get');
}

/**
 * @param {Machine} machine
 * @param {readonly string[]} args
 * @param {number} limit
 */
function playwright(machine, args, limit) {
  const cli = join(machine.root, 'node_modules', '@playwright', 'test', 'cli.js');
  return machine.run(machine.node, [cli, ...args], { cwd: machine.root, env: machine.env, limit });
}

/**
 * Packages are loaded when they are asked for: when this file is read they may not be installed yet.
 * @param {Machine} machine
 * @param {string} name
 */
async function load(machine, name) {
  const require = createRequire(join(machine.root, 'package.json'));
  const found = await import(pathToFileURL(require.resolve(name)).href);
  return { ...found.default, ...found }; // a CommonJS package keeps its names under `default`
}
