import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../src/cli/proving/run-command';

/** A config of TypeScript, with types that have to be taken away. */
const config = `
import { custom, defineProduct } from './how';
const nothing = (): never => { throw new Error('nobody comes here'); };
const how = { alive: { path: '/me' }, signIn: nothing, storage: nothing };
export const product = defineProduct({
  name: 'Boats',
  site: 'https://boats.example',
  pages: { public: ['/'], signIn: '/sign-in' },
  signIn: custom(how),
  accounts: {},
  chat: { pages: ['/'], ask: {} },
  limits: { requestsPerSecond: 1 },
});
`;

const how = `
export { defineProduct } from '${resolve('src/product/define')}';
export { custom } from '${resolve('src/product/sign-in/custom')}';`;

const loading = `
  const { loadProduct } = await import('./src/product/load.ts');
  const { name } = await loadProduct();
  process.stdout.write(name);`;

const starts = {
  Playwright: ['node_modules/@playwright/test/cli.js', 'test', '--list'],
  tsx: ['--import', 'tsx', '--input-type=module', '--eval', loading],
} as const;

/** What is said to somebody who keeps the config in a folder of their own, with a file of theirs that it imports. */
async function started(by: keyof typeof starts, packageJson: string | undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'trespass-elsewhere-'));
  const file = join(folder, 'boats.config.ts');
  writeFileSync(file, config);
  writeFileSync(join(folder, 'how.ts'), how);
  if (packageJson !== undefined) writeFileSync(join(folder, 'package.json'), packageJson);
  try {
    const env = { ...process.env, SITE_URL: '', PRODUCT: file, TRESPASS_REPORTS: join(folder, 'reports') };
    return await runCommand(starts[by], { env, limit: 60_000 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const packages = [undefined, '{}', '{ "type": "commonjs" }', '{ "type": "module" }'];

test.each(packages)(
  'Playwright loads a config that lies elsewhere, beside a package.json of %s',
  async (json) => {
    const { code, stdout, stderr } = await started('Playwright', json);
    expect(stdout, stderr).toMatch(/Total: \d+ tests/);
    expect(code).toBe(0);
  },
);

test.each(packages)('so do the commands, beside a package.json of %s', async (json) => {
  const { stdout, stderr } = await started('tsx', json);
  expect(stdout, stderr).toBe('Boats');
});
