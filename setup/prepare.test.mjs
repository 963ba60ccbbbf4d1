// @ts-check
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser } from './browser.mjs';
import { prepareFirstRun } from './first-run.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { installPackages } from './packages.mjs';

/** @typedef {import('./machine.mjs').Machine} Machine */
/** @typedef {import('./run.mjs').Ran} Ran */

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'trespass-setup-'));
  writeFileSync(join(root, 'package.json'), '{}');
  lock('1.0.0');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

test.each(['20.20.0', '20.20.2', '22.0.0', '24.1.0', '100.0.0'])('Node %s will do', (version) => {
  expect(() => checkNodeVersion(version)).not.toThrow();
});

test.each(['18.20.4', '20.19.9', '9.99.99'])('Node %s will not', (version) => {
  expect(() => checkNodeVersion(version)).toThrow(`this is Node ${version}: install a newer one`);
});

test('packages are installed once, and again when the lock file or Node changes', async () => {
  /** @type {string[]} */
  const installed = [];
  const machine = aMachine((args) => {
    if (args.includes('ci')) installed.push('ci');
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    return ok('');
  });
  await installPackages(machine);
  await installPackages(machine);
  expect(installed).toHaveLength(1);
  lock('1.0.1');
  await installPackages(machine);
  expect(installed).toHaveLength(2);
  await installPackages({ ...machine, nodeVersion: '22.1.0' });
  expect(installed).toHaveLength(3);
});

test('what npm itself has installed exactly is taken as it is, and nothing less', async () => {
  let count = 0;
  const machine = aMachine(() => {
    count += 1;
    return ok('');
  });
  mkdirSync(join(root, 'node_modules', 'a'), { recursive: true });
  const account = join(root, 'node_modules', '.package-lock.json');
  writeFileSync(account, JSON.stringify({ packages: { 'node_modules/a': { version: '0.9.0' } } }));
  await installPackages(machine);
  expect(count).toBe(2); // asked for the registry, and installed
  rmSync(join(root, 'node_modules', '.trespass-stamp'));
  writeFileSync(account, JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
  await installPackages(machine);
  expect(count).toBe(2);
});

test.each([
  ['npm error code EROFS\nnpm error syscall mkdir', /Nothing can be written to .* \(its disk is read-only\)/],
  ['npm error code ENOSPC', /its disk is full/],
  ['npm error code ECONNRESET', /the network broke/],
  ['npm error code E404\nnpm error 404 no such thing', /npm says: 404 no such thing; run "npm ci"/],
])('npm that fails with %j is one sentence', async (output, sentence) => {
  const machine = aMachine((args) => (args.includes('ci') ? { ended: 'exited', code: 1, output } : ok('')));
  const failure = installPackages(machine);
  await expect(failure).rejects.toThrow(sentence);
  await expect(failure).rejects.toThrow(/^[^\n]*$/);
  await expect(failure).rejects.toHaveProperty('exitCode', 2);
});

test('without npm, it says so', async () => {
  const machine = aMachine(() => ({ ended: 'missing', code: 1, output: 'spawn npm ENOENT' }));
  await expect(installPackages(machine)).rejects.toThrow('npm was not found beside Node');
});

test('the browsers are tried in order, one that does not start is passed over, and the answer is kept', async () => {
  const own = browserFile('own');
  const chrome = browserFile('chrome');
  providePackages({ own, installed: [chrome] });
  const machine = aMachine((_, command) =>
    command === own
      ? { ended: 'exited', code: 127, output: 'lacks libraries' }
      : ok('Chromium 156.0.1 of somebody'),
  );
  await expect(findBrowser(machine)).resolves.toEqual({
    executablePath: chrome,
    found: 'installed on this machine',
  });
  expect(
    JSON.parse(readFileSync(join(root, 'node_modules', '.trespass-browser.json'), 'utf8')),
  ).toMatchObject({
    executablePath: chrome,
  });
  const idle = aMachine(() => {
    throw new Error('a second run asks nobody');
  });
  await expect(findBrowser(idle)).resolves.toMatchObject({ executablePath: chrome });
  await expect(findBrowser({ ...idle, env: { TRESPASS_BROWSER: own } })).resolves.toMatchObject({
    executablePath: own,
  });
});

test('a headless shell is taken before a browser with windows, where there is one', async () => {
  const shell = browserFile('shell');
  providePackages({ own: join(root, 'nowhere'), installed: [browserFile('chrome')] });
  const machine = { ...aMachine(() => ok('Chromium 156.0.1')), headlessShells: [join(root, 'none'), shell] };
  await expect(findBrowser(machine)).resolves.toMatchObject({ executablePath: shell });
});

test('where the download is refused and nothing can be installed, one sentence says what to do', async () => {
  providePackages({ own: join(root, 'nowhere'), installed: [] });
  /** @type {string[]} */
  const asked = [];
  const machine = aMachine((args) => {
    asked.push(args.slice(1).join(' '));
    return { ended: 'late', code: 1, output: '' };
  });
  await expect(findBrowser(machine)).rejects.toThrow('install Chrome or Chromium, or set TRESPASS_BROWSER');
  expect(asked).toEqual(['install chromium']);
});

test('the suite is compiled and the demo’s database made once, and nobody minds when that fails', async () => {
  mkdirSync(join(root, 'node_modules'));
  /** @type {(string | undefined)[]} */
  const asked = [];
  const machine = aMachine((args) => {
    asked.push(args.at(-1));
    return { ended: 'exited', code: 1, output: '' };
  });
  await prepareFirstRun(machine);
  await prepareFirstRun(machine);
  expect(asked).toEqual(['--list', '--prepare']);
});

/**
 * @param {(args: readonly string[], command: string) => Ran} answer
 * @returns {Machine}
 */
function aMachine(answer) {
  return {
    root,
    nodeVersion: '20.20.2',
    node: '/usr/bin/node',
    platform: 'linux',
    arch: 'x64',
    isRoot: false,
    headlessShells: [],
    env: {},
    say: () => {},
    run: async (command, args) => answer(args, command),
  };
}

/**
 * @param {string} output
 * @returns {Ran}
 */
function ok(output) {
  return { ended: 'exited', code: 0, output };
}

/** @param {string} version */
function lock(version) {
  const packages = { '': {}, 'node_modules/a': { version }, 'node_modules/b': { version, optional: true } };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
}

/**
 * @param {string} name
 * @returns {string}
 */
function browserFile(name) {
  const file = join(root, name);
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  return file;
}

/**
 * Packages that answer as Playwright and chrome-launcher would.
 * @param {{ own: string, installed: readonly string[] }} found
 */
function providePackages({ own, installed }) {
  const sources = {
    '@playwright/test': `export const chromium = { executablePath: () => ${JSON.stringify(own)} };`,
    'chrome-launcher': `export const Launcher = { getInstallations: () => ${JSON.stringify(installed)} };`,
  };
  for (const [name, source] of Object.entries(sources)) {
    const folder = join(root, 'node_modules', ...name.split('/'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, type: 'module', main: 'index.js' }));
    writeFileSync(join(folder, 'index.js'), source);
  }
}
