import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { beforeAll, expect, test } from 'vitest';
import { runCommand } from '../src/cli/proving/run-command';
import { startProduct } from './demo';
import { environment } from './products/shop';
import { atTerminal, enter, erase } from './terminal';

const folder = '.cache/selftest-init-products';

/** The shop's accounts under the names that `init` gives them. */
const accounts = Object.fromEntries(
  Object.entries(environment).map(([name, value]) => [name.replace(/^SHOP_/, ''), value]),
);
const clean = { SITE_URL: '', PRODUCT: '', SUPABASE_ANON_KEY: undefined };

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
});

test.each([
  ['plain-server', 'Found: signing in: page; 2 requests'],
  ['webflow', 'Found: Webflow, a n8n widget, signing in: page; 2 requests'],
])('init writes a config for %s that the doctor accepts unchanged', async (name, found) => {
  const product = await startProduct(name);
  try {
    const flags = ['--url', product.address, '--yes', ...filesOf(name)];
    const { code, stdout, stderr } = await run('init', flags, accounts);
    expect(stdout, stderr).toContain(found);
    expect(code).toBe(0);
    await isAccepted(name);
  } finally {
    await product.stop();
  }
});

test('at a terminal it asks for what it is not told, and the doctor accepts what it writes for framer', async () => {
  const product = await startProduct('framer');
  const [, out = ''] = filesOf('framer');
  const wrong = 'timberworks';
  const asksWhere = [
    { after: 'Where is your site?', types: `${wrong}${enter}` },
    { after: 'An address such as', types: `${erase(wrong.length)}${product.address}${enter}` },
  ];
  const init = (answer: string) =>
    atTerminal(
      ['src/cli/init.ts', ...filesOf('framer')],
      [...asksWhere, { after: 'Write over it?', types: answer }],
      { ...clean, ...accounts },
    );
  try {
    writeFileSync(out, '// mine\n');
    const refused = await init('n');
    expect(refused.screen).toContain('choose another name with --out');
    expect(refused.code).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('// mine\n');
    const { code, screen } = await init('y');
    expect(screen).toContain('Found: Framer, signing in: supabase; 3 requests');
    expect(code).toBe(0);
    await isAccepted('framer');
  } finally {
    await product.stop();
  }
});

/** The config as it was written, and nothing said or written that is an account's. */
async function isAccepted(name: string): Promise<void> {
  const [, out = '', , file = ''] = filesOf(name);
  // Where every variable was set already, there was none to write.
  const written = existsSync(file) ? parse(readFileSync(file)) : {};
  const doctor = await run('doctor', [], { ...written, ...accounts, PRODUCT: out });
  expect(doctor.stdout, doctor.stderr).toContain('All is well');
  expect(doctor.code).toBe(0);
  const said = `${readFileSync(out, 'utf8')}${doctor.stdout}${doctor.stderr}`;
  for (const [variable, value] of Object.entries(accounts))
    if (!variable.endsWith('KEY')) expect(said).not.toContain(value);
  expect(Number(/\((\d+) s\)/.exec(doctor.stdout)?.[1])).toBeLessThan(30);
}

function filesOf(name: string): readonly string[] {
  return ['--out', `${folder}/${name}.config.ts`, '--env', `${folder}/${name}.env`];
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string | undefined>>) {
  return runCommand(['--import', 'tsx', `src/cli/${command}.ts`, ...args], {
    env: { ...process.env, ...clean, ...env },
    limit: 180_000,
  });
}
