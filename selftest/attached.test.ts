import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoEnvironment } from '../demo/product';
import { runSuite, type SuiteRan } from '../src/cli/proving/run-suite';
import { type RunningDemo, startDemo } from './demo';

let demo: RunningDemo;
beforeAll(async () => void (demo = await startDemo()));
afterAll(() => demo.stop());

/** The demo as a small product that has just been attached. */
function visit(name: string, env: Readonly<Record<string, string>> = {}): Promise<SuiteRan> {
  const product = { PRODUCT: 'selftest/attached/small.config.ts', SITE_URL: demo.address };
  return runSuite({
    name: `attached-${name}`,
    stage: 'guarantees',
    workers: 2,
    folders: ['records', 'roles'],
    env: { ...demoEnvironment, ...product, ...env },
  });
}

const testsIn = (ran: SuiteRan, folder: string) =>
  ran.outcome?.tests.filter(({ file }) => file.startsWith(`tests/${folder}/`)) ?? [];

test('an account without credentials leaves what is about it unknown, and the rest is judged', async () => {
  const ran = await visit('missing-account');
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
