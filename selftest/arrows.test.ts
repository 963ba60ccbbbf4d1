import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Which file may import what: `[file, import, whether it may]`. */
const arrows = [
  ['src/oracle/a.ts', '../words', true],
  ['src/oracle/b.ts', '../report/say', false],
  ['src/oracle/c.ts', '../../tests/fixtures', false],
  ['src/oracle/d.ts', '../../demo/product', false],
  ['src/oracle/e.ts', '../../personas', false],
  ['src/oracle/f.ts', '../../product.config', false],
  ['src/oracle/g.ts', './a.ts', false],
  ['src/cli/a.ts', '../report/say', true],
  ['src/cli/b.ts', '../../demo/product', false],
  ['src/report/a.ts', './say', true],
  ['src/report/b.ts', '../../personas', false],
  ['demo/chat/a.ts', '../parts', true],
  ['demo/chat/b.ts', '../../src/words', false],
  ['demo/chat/c.ts', '../../product.config', false],
  ['personas/a.ts', '../src/words', true],
  ['personas/b.ts', '../demo/product', false],
  ['tests/fixtures.ts', '../src/words', true],
  ['tests/helper.ts', '../demo/product', false],
  ['tests/records/a.spec.ts', '../fixtures', true],
  ['tests/records/b.spec.ts', '../../src/words', false],
  ['tests/records/c.spec.ts', '@playwright/test', false],
  ['tests/records/d.spec.ts', './helper', false],
  ['setup/a.mjs', 'node:fs', true],
  ['setup/b.mjs', './run.mjs', true],
  ['setup/c.mjs', 'zod', false],
  ['setup/d.mjs', '../src/words.ts', false],
] as const;

let folder = '';
let forbidden = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trespass-arrows-'));
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) cpSync(name, join(folder, name));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'dir');
  for (const [file, from] of arrows) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `import { it } from '${from}';\nexport const its = it;\n`);
  }
  forbidden = await lint();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(arrows)('%s imports %s: %s', (file, _, isAllowed) => {
  expect(forbidden.includes(`${file}:1:1: `)).toBe(!isAllowed);
});

/** @returns the lines that forbid an import */
function lint(): Promise<string> {
  const args = [resolve('node_modules/oxlint/bin/oxlint'), '--format=unix'];
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: folder }, (_, stdout) => {
      const lines = stdout.split('\n').filter((line) => line.includes('(no-restricted-imports)'));
      done(lines.join('\n'));
    });
  });
}
