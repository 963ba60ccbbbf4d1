import { expect, test } from 'vitest';
import { demoEnvironment } from '../demo/product';
import { runCommand } from '../src/cli/proving/run-command';
import { startDemo } from './demo';

/** The doctor, through its command line, with these variables and no others that would lead it elsewhere. */
function doctor(env: Readonly<Record<string, string>> = {}) {
  const clean = { SITE_URL: '', PRODUCT: '', DEMO_PORT: '0', DEMO_FAULTS: '', DEMO_LOOKALIKES: '' };
  return runCommand(['--import', 'tsx', 'src/cli/doctor.ts'], {
    env: { ...process.env, ...clean, ...env },
    limit: 120_000,
  });
}

test('the demo is well', async () => {
  const { code, stdout } = await doctor();
  expect(stdout).toContain('✓ the bot goes on with a conversation of userA');
  expect(stdout).toMatch(/All is well: npm start can begin\. \((?:\d|[12]\d) s\)/);
  expect(code).toBe(0);
});

test('a wrong password, two accounts of one person and a bot that says nothing are told with their mends', async () => {
  const { DEMO_USER_A_EMAIL = '', DEMO_USER_A_PASSWORD = '' } = demoEnvironment;
  const { code, stdout, stderr } = await doctor({
    DEMO_USER_B_EMAIL: DEMO_USER_A_EMAIL,
    DEMO_USER_B_PASSWORD: DEMO_USER_A_PASSWORD,
    DEMO_ADMIN_PASSWORD: 'not-the-password-1937',
    DEMO_LOOKALIKES: 'chat-declines-everything',
  });
  expect(code).toBe(2);
  expect(stdout).toMatch(
    /✗ admin is not signed in: .*\n {4}→ check DEMO_ADMIN_EMAIL and DEMO_ADMIN_PASSWORD/,
  );
  expect(stdout).toMatch(/✗ userA and userB are the same person\n {4}→ give userB an account of its own/);
  expect(stdout).toMatch(/✗ userB is not shown its booking by "a booking"/);
  expect(stdout).toMatch(
    /✗ asked ".*"(?: \(and \d+ more\))?, the chatbot does not show userA its own booking\n {4}→ ask it the same/,
  );
  const said = `${stdout}${stderr}`;
  for (const value of [DEMO_USER_A_EMAIL, DEMO_USER_A_PASSWORD, 'not-the-password-1937'])
    expect(said).not.toContain(value);
});

test.each([
  [{ read: '/api/nowhere' }, /✗ userA is shown no conversation by \/api\/nowhere: .*\n {4}→ .*\(read, key\)/],
  [{ key: 'id_of_it' }, /✗ userA is shown no conversation by .* under "id_of_it"\n {4}→ .*\(read, key\)/],
  [
    { question: 'Which boats do you have?' },
    /✗ sent an id of its own, the chatbot does not show userA its chat message\n {4}→ compare .*field/,
  ],
])('a conversation that cannot be gone on with is told with its mend: %o', async (mistake, told) => {
  const PRODUCT = 'selftest/wrong-conversation.config.ts';
  const { code, stdout } = await doctor({ PRODUCT, WRONG_CONVERSATION: JSON.stringify(mistake) });
  expect(stdout).toMatch(told);
  expect(stdout.match(/✗/g)).toHaveLength(1);
  expect(code).toBe(2);
});

test('an account that is missing is left unknown, and nothing else is wrong', async () => {
  const demo = await startDemo();
  try {
    const own = { PRODUCT: 'selftest/attached/small.config.ts', SITE_URL: demo.address };
    const { code, stdout } = await doctor({ ...demoEnvironment, ...own });
    expect(stdout).toMatch(/\? the account wrongTenant has no credentials: .*\n {4}→ add SMALL_TENANT_EMAIL/);
    expect(stdout).not.toContain('✗');
    expect(code).toBe(3);
  } finally {
    await demo.stop();
  }
});
