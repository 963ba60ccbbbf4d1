import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoEnvironment, demoRecords } from '../demo/product';
import { runSuite, type SuiteRan, type SuiteRun } from '../src/cli/proving/run-suite';
import { type Running, startDemo } from './demo';

let demo: Running;
let leaky: Running;
beforeAll(async () => {
  demo = await startDemo();
  leaky = await startDemo(['--fault', 'customer-id-from-query']);
});
afterAll(async () => {
  await demo.stop();
  await leaky.stop();
});

/** The demo as a small product that has just been attached. */
function visit(
  name: string,
  env: Readonly<Record<string, string>>,
  part: Partial<Pick<SuiteRun, 'folders' | 'only'>> = {},
): Promise<SuiteRan> {
  const product = { PRODUCT: 'selftest/attached/small.config.ts', SITE_URL: demo.address };
  return runSuite({
    name: `attached-${name}`,
    stage: 'guarantees',
    workers: 2,
    folders: ['records', 'roles'],
    env: { ...demoEnvironment, ...product, ...env },
    ...part,
  });
}

const testsIn = (ran: SuiteRan, folder: string) =>
  ran.outcome?.tests.filter(({ file }) => file.startsWith(`tests/${folder}/`)) ?? [];

test('an account without credentials leaves what is about it unknown, and the rest is judged', async () => {
  const ran = await visit('missing-account', {});
  expect(ran.outcome?.verdict, ran.stdout).toMatchObject({ is: 'unknown', exitCode: 3 });
  const toAdd = ran.outcome?.unknowns.filter(({ detail }) => /add SMALL_TENANT_EMAIL and/.test(detail));
  expect(toAdd?.length).toBeGreaterThan(0);
  expect(ran.outcome?.totals.attempts).toMatchObject({ leaked: 0, unknown: 0 });
  expect(ran.outcome?.totals.attempts.held).toBeGreaterThan(5);
});

test.each(['declared', 'waived'])('of a tenant that is %s away, nothing is in doubt', async (tenants) => {
  const ran = await visit(tenants, { SMALL_TENANTS: tenants });
  const missed = ran.outcome?.unknowns.filter(({ detail }) =>
    /cannot visit|wrong tenant|TENANT/.test(detail),
  );
  expect(missed).toEqual([]);
  const about = testsIn(ran, 'records').filter(({ guarantee }) => guarantee.startsWith('wrongTenant'));
  expect(about.length).toBeGreaterThan(0);
  expect(new Set(about.map(({ outcome }) => outcome))).toEqual(new Set(['not-applicable']));
  const admins = testsIn(ran, 'roles').map(({ outcome }) => outcome);
  expect(new Set(admins)).toEqual(new Set(['not-applicable']));
  const failed = ran.outcome?.tests.filter(({ outcome }) => outcome === 'failed');
  expect(failed, ran.stdout).toEqual([]);
  expect(ran.outcome?.totals.attempts.held).toBeGreaterThan(5);
});

test('with records that were learned, a leak is caught, and no value is written', async () => {
  const env = { SMALL_TENANTS: 'declared', SMALL_LEARNS: 'yes', SITE_URL: leaky.address };
  const ran = await visit('learned-leaky', env);
  expect(ran.outcome?.verdict, ran.stdout).toMatchObject({ is: 'leaked', exitCode: 1 });
  expect(ran.outcome?.causes.map(({ rootCause }) => rootCause)).toContain('client-chosen-identity');
  const values = demoRecords
    .filter(({ owner, kind }) => kind === 'invoice' && owner === 'userA')
    .flatMap(({ fields }) => Object.values(fields));
  expect(values.length).toBeGreaterThan(0);
  const written = await Promise.all(
    (await readdir(ran.reports, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')),
  );
  for (const text of [...written, ran.stdout, ran.stderr])
    for (const value of values) expect(text.includes(value)).toBe(false);
});

test('with records that were learned, the sound demo leaks nothing', async () => {
  const ran = await visit('learned', { SMALL_TENANTS: 'declared', SMALL_LEARNS: 'yes' });
  expect(ran.outcome?.totals).toMatchObject({ attempts: { leaked: 0, unknown: 0 }, findings: 0 });
  expect(ran.outcome?.totals.attempts.held).toBeGreaterThan(5);
});

/** What the ids of the chatbot are tried with is read off user A's page: the config names no endpoint of it. */
async function sendIds(name: string, address: string): Promise<SuiteRan> {
  const env = { SMALL_TENANTS: 'declared', SMALL_TALKS: 'yes', SITE_URL: address };
  return visit(`ids-${name}`, env, { folders: ['chatbot'], only: 'the ids of user A' });
}

test.each(['thread-id-unbound', 'history-read-guarded-send-open', 'customer-id-from-body'])(
  'without an endpoint of the chatbot in the config, %s is caught',
  async (fault) => {
    const faulty = await startDemo(['--fault', fault]);
    try {
      const ran = await sendIds(fault, faulty.address);
      expect(ran.outcome?.verdict, ran.stdout).toMatchObject({ is: 'leaked', exitCode: 1 });
      expect(ran.outcome?.causes.map(({ rootCause }) => rootCause)).toEqual(['client-chosen-identity']);
    } finally {
      await faulty.stop();
    }
  },
);

test('without an endpoint of the chatbot in the config, the ids of the sound demo were tried and gave nothing', async () => {
  const ran = await sendIds('sound', demo.address);
  expect(ran.outcome?.totals, ran.stdout).toMatchObject({ attempts: { leaked: 0, unknown: 0 }, findings: 0 });
  // In her conversation and as her, by user B and by nobody.
  expect(ran.outcome?.totals.attempts.held).toBe(4);
});
