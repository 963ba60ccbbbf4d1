import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoEnvironment } from '../demo/product';
import { runCommand } from '../src/cli/proving/run-command';
import { type Running, startDemo } from './demo';

const folder = '.cache/selftest-init';
const out = `${folder}/found.config.ts`;
const file = `${folder}/.env`;

/** The demo's accounts under the names that `init` gives them. */
const accounts = Object.fromEntries(
  Object.entries(demoEnvironment)
    .filter(([name]) => /_(?:EMAIL|PASSWORD)$/.test(name))
    .map(([name, value]) => [name.replace(/^DEMO_/, ''), value]),
);

let demo: Running;
beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  demo = await startDemo();
});
afterAll(() => demo.stop());

function run(command: string, args: readonly string[], env: Readonly<Record<string, string | undefined>>) {
  const clean = { SITE_URL: '', PRODUCT: '' };
  return runCommand(['--import', 'tsx', `src/cli/${command}.ts`, ...args], {
    env: { ...process.env, ...clean, ...env },
    limit: 180_000,
  });
}

const init = (...args: readonly string[]) =>
  run('init', ['--url', demo.address, '--yes', '--out', out, '--env', file, ...args], accounts);

test('init writes a config for the demo that the doctor accepts unchanged', async () => {
  const { code, stdout, stderr } = await init();
  expect(code, stderr).toBe(0);
  expect(stdout).toContain('Found: Webflow, a deep-chat widget, signing in: supabase');
  const config = readFileSync(out, 'utf8');
  for (const value of Object.values(accounts)) expect(`${config}${stdout}${stderr}`).not.toContain(value);
  const doctor = await run('doctor', [], { ...accounts, ...parse(readFileSync(file)), PRODUCT: out });
  expect(doctor.stdout, doctor.stderr).toContain('All is well');
  expect(doctor.code).toBe(0);
});

test('it writes over nothing that it was not told to, adds to .env what is not there, and hands records to a hook', async () => {
  writeFileSync(out, '// mine\n');
  writeFileSync(file, 'USER_B_EMAIL=mine@example.com\n');
  const refused = await init();
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(/is there already.*--overwrite/);
  expect(readFileSync(out, 'utf8')).toBe('// mine\n');
  const hook = `${folder}/hook.mjs`;
  const write = `writeFileSync('${folder}/records.json', JSON.stringify(records))`;
  writeFileSync(
    hook,
    `import { writeFileSync } from 'node:fs';\nexport const createRecords = (records) => ${write};\n`,
  );
  expect((await init('--overwrite', '--hook', hook)).code).toBe(0);
  expect(JSON.parse(readFileSync(`${folder}/records.json`, 'utf8'))).toHaveLength(3);
  expect(readFileSync(out, 'utf8')).toContain('defineProduct');
  expect(readFileSync(file, 'utf8')).toMatch(/^USER_B_EMAIL=mine@example\.com\n/);
  expect(parse(readFileSync(file))['SUPABASE_ANON_KEY']).toBe(demoEnvironment['DEMO_ANON_KEY']);
});

test('without a terminal and without an address it says what it needs', async () => {
  const other = `${folder}/other.config.ts`;
  const { code, stderr } = await run('init', ['--out', other], {});
  expect(code).toBe(2);
  expect(stderr).toContain('--url');
  expect(existsSync(other)).toBe(false);
});
