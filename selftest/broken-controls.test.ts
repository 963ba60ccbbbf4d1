import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { runCommand } from '../src/cli/proving/run-command';
import { runSuite, type SuiteRan, type SuiteRun } from '../src/cli/proving/run-suite';
import { startDemo } from './demo';
import { startProxy } from './proxy';

/** Whoever cannot see its own records proves nothing by not seeing those of others. */
const guarantees = { stage: 'guarantees', workers: 2 } as const satisfies Partial<SuiteRun>;
const records = { ...guarantees, folders: ['records'], only: 'userB is refused' } as const;

test('a product that stops answering in the middle of a run leaves it unknown', async () => {
  const demo = await startDemo();
  const proxy = await startProxy(demo.address, 60);
  try {
    const env = { SITE_URL: proxy.address };
    const ran = await runSuite({ ...records, name: 'stops-answering', env });
    expect(proxy.requests()).toBeGreaterThan(60);
    await expectUnknown(ran);
  } finally {
    proxy.stop();
    await demo.stop();
  }
});

test('a wrong password of A leaves it unknown', async () => {
  const env = { DEMO_USER_A_PASSWORD: `none-${randomUUID()}` };
  await expectUnknown(await runSuite({ ...records, name: 'not-the-password', env }));
});

test('a chat that never replies leaves it unknown', async () => {
  const faults = ['chat-hangs'];
  await expectUnknown(
    await runSuite({ ...guarantees, name: 'chat-hangs', folders: ['chatbot'], only: 'tells user A', faults }),
  );
});

/** Because of what was met, not only because the run was a part of the whole. */
const obstacles = [
  'control-failed',
  'not-signed-in',
  'server-error',
  'timeout',
  'empty-answer',
  'unexpected-answer',
];

async function expectUnknown({ code, outcome, reports, isLate, stdout, stderr }: SuiteRan): Promise<void> {
  const said = `${stdout}\n${stderr}`;
  expect(isLate, said).toBe(false);
  expect(outcome?.verdict, said).toMatchObject({ is: 'unknown', exitCode: 3 });
  expect(outcome?.totals.findings).toBe(0);
  expect(outcome?.unknowns.some(({ what }) => obstacles.includes(what))).toBe(true);
  expect(code).not.toBe(0);
  const env = { ...process.env, TRESPASS_REPORTS: reports, TRESPASS_EXPECT: 'guarantees' };
  const report = await runCommand(['--import', 'tsx', 'src/cli/report.ts'], { env, limit: 60_000 });
  expect(report.code).toBe(3);
}
