import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Hit, searchWritten } from './search-written';

/** Runs the real runner on specs that put values wherever a reporter could find them. */

const root = resolve(import.meta.dirname, '../..');
/** Inside of the project, so that the runner is found from there. */
const folder = join(root, '.cache', `redaction-${process.pid}`);

const values = {
  name: 'Zephyrine Quillfeather',
  email: 'z.quillfeather@mail.example',
  invoice: 'INV-9Q7-77XK-2031',
  note: 'Prefers the "window" seat & pays <late>',
  password: 'pw-7hG!kq9Lm-zT',
  token: 'opaque-Tq83hdYkLmw02Xs',
  late: 'opaque-Late-9fKs72hQpZ',
  split: 'REF-LHD-2207-QWX',
};

const product = `
export const product = {
  name: 'Sentinel', demo: false, signIn: { needs: ['SENTINEL_KEY'] }, reads: [], limits: {}, public: [], without: {}, waivers: [],
  accounts: { userA: { emailEnv: 'SENTINEL_EMAIL', passwordEnv: 'SENTINEL_PASSWORD' } },
  records: [{ owner: 'userA', kind: 'profile', fields: ((v) => ({ name: v.name, invoice: v.invoice, note: v.note, split: v.split }))(JSON.parse(process.env.SENTINELS)) }],
};`;

const spec = `
import { appendFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { rememberToken } from '${root}/src/report/tokens';
const v = JSON.parse(process.env.SENTINELS ?? '{}');
const facts = { attempts: [], findings: [], gates: [], unknown: [], searched: { dom: 1 } };
test.beforeEach(() => test.info().attach('trespass', { body: JSON.stringify(facts), contentType: 'application/json' }));

test.describe('of ' + v.name, () => {
  test('title with ' + v.email, { annotation: { type: 'seen', description: v.name } }, async () => {});
});
test('steps', async () => {
  await test.step('fill ' + v.password, async () => {
    await test.step('inner', async () => { throw new Error('step with ' + v.invoice); }).catch(() => {});
  }, { subtitle: v.name, params: { value: v.note, deep: { [v.email]: [v.invoice] } } });
});
test('output', async () => {
  console.log('log ' + v.name, { note: v.note, split: v.split });
  console.error(encodeURIComponent(v.email));
  process.stdout.write('two ' + v.split.slice(0, 6));
  process.stdout.write(v.split.slice(6) + ' chunks\\n');
  console.log(Buffer.from('as base64: ' + v.name + '!').toString('base64'));
});
test.fail('expectations', async () => {
  expect.soft(v.name, 'about ' + v.email).toBe('nobody');
  expect.soft({ a: [v.note] }).toEqual({ a: [] });
  expect(v.invoice).toContain('x-' + v.password);
});
test.fail('errors', async () => { throw new Error('outer ' + v.name, { cause: new Error('inner ' + v.invoice) }); });
test.fail('no error', async () => { throw 'just ' + v.email; });
test('skipped', async () => { test.skip(true, 'because of ' + v.name); });
test('attachments', async () => {
  const info = test.info();
  await info.attach('text of ' + v.name, { body: 'dear ' + v.name, contentType: 'text/plain' });
  await info.attach('json', { body: JSON.stringify({ note: v.note, [v.name]: 1 }), contentType: 'application/json' });
  const file = info.outputPath('letter.txt');
  writeFileSync(file, 'to ' + v.email + ' ' + Buffer.from(v.invoice).toString('base64'));
  await info.attach('letter', { path: file });
  const picture = info.outputPath('picture.png');
  writeFileSync(picture, Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), Buffer.from(v.name)]));
  await info.attach('picture', { path: picture, contentType: 'image/png' });
  writeFileSync(info.outputPath('unattached.log'), 'nobody attached ' + v.name);
});
test.fail('request', async ({ request }) => {
  await request.get('http://127.0.0.1:1/' + v.invoice + '?mail=' + v.email, { headers: { authorization: 'Bearer ' + v.token } });
});
test('tokens', async () => {
  rememberToken('userA access token', v.token);
  console.log('token ' + v.token);
  console.log('early ' + v.late);
  await test.step('before it is known ' + v.late, async () => {});
});
test('tokens that cannot be read', async () => {
  if (process.env.BROKEN_TOKENS) appendFileSync(join(tmpdir(), 'trespass-' + process.env.TRESPASS_RUN, 'tokens'), 'broken\\n');
});
test('late', async () => rememberToken('userA late token', v.late));
test('unknown credentials', async () => {
  throw new Error('Bearer abcdefghijklmnop and ' + ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiJhIn0', 'c2lnbmF0dXJl'].join('.'));
});
`;

const config = `
import { defineConfig } from '@playwright/test';
import { runId } from '${root}/src/product/run-id';
runId();
process.env['PLAYWRIGHT_NO_COPY_PROMPT'] = '1';
const ours = (name) => '${root}/src/report/' + name + '.ts';
const redacted = !process.env['WITHOUT_REDACTION'];
export default defineConfig({
  testDir: './tests', outputDir: './reports/artefacts', workers: 1,
  ...(redacted && { globalSetup: ours('global-setup') }),
  reporter: [
    ...(redacted ? [[ours('redacting-reporter')], [ours('facts-reporter')]] : []),
    ['list'], ['json', { outputFile: 'reports/machine/tests.json' }], ['junit', { outputFile: 'reports/machine/tests.xml' }],
    ['html', { outputFolder: 'reports/html', open: 'never' }],
    ...(redacted ? [[ours('closing-reporter')]] : []),
  ],
});`;

interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly hits: readonly Hit[];
}

const lateReporter = `
import { writeFileSync } from 'node:fs';
export default class { onEnd() { if (process.env.LEAK_LATE) writeFileSync('reports/late.txt', JSON.parse(process.env.SENTINELS).name); } }`;

// Whole runs, each with processes of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

beforeAll(() => {
  write('late-reporter.mjs', lateReporter);
  write('product.config.ts', product);
  write('playwright.config.ts', config);
  write('tests/records/leaky.spec.ts', spec);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('without redaction, values and tokens are all over what a run leaves', async () => {
  const { hits } = await run({ WITHOUT_REDACTION: '1' });
  const labels = new Set(hits.map(({ label }) => label).filter((label) => label !== 'a token'));
  expect([...labels].toSorted()).toEqual([
    'email',
    'invoice',
    'late',
    'name',
    'note',
    'password',
    'split',
    'token',
  ]);
  expect(hits.length).toBeGreaterThan(40);
});

test('with it there is none in any file or on the terminal, and the reports are all there', async () => {
  const { hits, output, code } = await run({});
  expect(hits).toEqual([]);
  expect(naive(output).filter(isNotPast)).toEqual([]);
  expect(output).not.toMatch(/was deleted|withheld/);
  expect(code).toBe(1);
  const results = readFileSync(join(folder, 'reports/results/guarantees.json'), 'utf8');
  expect(results).toContain('title with ‹userA account e-mail›');
  expect(readFileSync(join(folder, 'reports/machine/tests.json'), 'utf8')).toContain('‹userA profile name›');
  expect(readFileSync(join(folder, 'reports/html/index.html'), 'utf8')).toContain(
    'data:application/zip;base64,',
  );
  const acceptance: unknown = JSON.parse(readFileSync(join(folder, 'reports/acceptance.json'), 'utf8'));
  expect(acceptance).toMatchObject({ schemaVersion: 1, verdict: { is: 'unknown', exitCode: 3 } });
});

test('what cannot be redacted is withheld, and the run fails', async () => {
  const { hits, output, code } = await run({ BROKEN_TOKENS: '1' });
  expect(hits).toEqual([]);
  expect(naive(output).filter(isNotPast)).toEqual([]);
  expect(code).toBe(1);
  const results = readFileSync(join(folder, 'reports/results/guarantees.json'), 'utf8');
  expect(results).toContain('could not be redacted and was withheld');
});

test.for([
  ['a reporter that was added may write what it likes', {}, 0],
  [
    'a reporter that was added and gives a value away makes the run fail, and its file is gone',
    { LEAK_LATE: '1' },
    1,
  ],
] as const)('%s', async ([, env, expected]) => {
  const { hits, output, code } = await run(env, ['--add-reporter=./late-reporter.mjs', '-g', ' late$']);
  expect(hits).toEqual([]);
  expect(output.includes('late.txt was deleted')).toBe(expected === 1);
  expect(naive(output)).toEqual([]);
  expect(code).toBe(expected);
});

test('a list of reporters without the redaction is refused before anything runs', async () => {
  const { code, output, hits } = await run({}, ['--reporter=html,line']);
  expect(code).toBe(1);
  expect(output).toContain('--add-reporter=NAME');
  expect(hits).toEqual([]);
});

/** The terminal is written to as it comes: what was split, or said before anybody knew it for a token, is past. */
function isNotPast({ label }: { label: string }): boolean {
  return !['late', 'split'].includes(label);
}

function run(env: Record<string, string>, more: readonly string[] = []): Promise<Run> {
  rmSync(join(folder, 'reports'), { recursive: true, force: true });
  const { TRESPASS_RUN: _, TRESPASS_STAGE: __, TRESPASS_EXPECT: ___, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...more],
    {
      cwd: folder,
      env: {
        ...inherited,
        SENTINELS: JSON.stringify(values),
        SENTINEL_EMAIL: values.email,
        SENTINEL_PASSWORD: values.password,
        SENTINEL_KEY: '',
        TRESPASS_REPORTS: join(folder, 'reports'),
        PRODUCT: join(folder, 'product.config.ts'),
        ...env,
      },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return new Promise((done) => {
    child.on('close', (code) => done({ code, output, hits: searchWritten(join(folder, 'reports'), naive) }));
  });
}

/** Its own search, so that a form that the mask does not know is not also unknown to the proof. */
function naive(content: string | Uint8Array): { label: string; form: string }[] {
  const text = typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
  return Object.entries(values).flatMap(([label, value]) =>
    Object.entries(formsOf(value)).flatMap(([form, forms]) =>
      forms.some((one) => text.includes(one)) ? [{ label, form }] : [],
    ),
  );
}

function formsOf(value: string): Record<string, string[]> {
  const base64 = [0, 1, 2].map((shift) => {
    const shifted = Buffer.from(`${'-'.repeat(shift)}${value}`)
      .toString('base64')
      .replace(/=+$/, '');
    return shifted.slice(shift === 0 ? 0 : shift + 1, -2);
  });
  const entities = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return {
    plain: [value],
    json: [JSON.stringify(value).slice(1, -1)],
    url: [encodeURIComponent(value)],
    html: [entities, entities.replaceAll('"', '&quot;')],
    base64,
  };
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}
