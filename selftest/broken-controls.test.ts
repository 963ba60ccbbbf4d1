import { expect, test } from 'vitest';
import { runCommand } from '../src/cli/proving/run-command';
import { runSuite, type SuiteRan, type SuiteRun } from '../src/cli/proving/run-suite';
import { startDemo } from './demo';
import { startProxy } from './proxy';

/** Whoever cannot see its own records proves nothing by not seeing those of others. */
const guarantees = { stage: 'guarantees', workers: 2 } as const satisfies Partial<SuiteRun>;

test('a product that stops answering in the middle of a run leaves it unknown', async () => {
  const demo = await startDemo();
  const proxy = await startProxy(demo.address, 60);
  try {
    const name = 'stops-answering';
    const ran = await runSuite({
      ...guarantees,
      name,
      folders: ['records'],
      env: { SITE_URL: proxy.address },
    });
    expect(proxy.requests()).toBeGreaterThan(60);
    await expectUnknown(ran);
  } finally {
    proxy.stop();
    await demo.stop();
  }
});

test('a wrong password of A leaves it unknown', async () => {
  const env = { DEMO_USER_A_PASSWORD: 'wrong' };
  await expectUnknown(await runSuite({ ...guarantees, name: 'wrong-password', folders: ['records'], env }));
});

test('a chat that never replies leaves it unknown', async () => {
  const faults = ['chat-hangs'];
  await expectUnknown(await runSuite({ ...guarantees, name: 'chat-hangs', folders: ['chatbot'], faults }));
});

async function expectUnknown({ code, outcome, reports, isLate, stdout, stderr }: SuiteRan): Promise<void> {
  expect(isLate).toBe(false);
  expect(outcome?.verdict, `${stdout}\n${stderr}`).toMatchObject({ is: 'unknown', exitCode: 3 });
  expect(outcome?.totals.findings).toBe(0);
  expect(code).not.toBe(0);
  const env = { ...process.env, TRESPASS_REPORTS: reports, TRESPASS_EXPECT: 'guarantees' };
  const report = await runCommand(['--import', 'tsx', 'src/cli/report.ts'], { env, limit: 60_000 });
  expect(report.code).toBe(3);
}
