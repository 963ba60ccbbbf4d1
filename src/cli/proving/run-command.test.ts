import { expect, test } from 'vitest';
import { runCommand } from './run-command';

test('tells how a command ended and what it said', async () => {
  const ran = await runCommand(['-e', 'console.log("out"); console.error("err"); process.exitCode = 7'], {
    limit: 20_000,
  });
  expect(ran).toMatchObject({ code: 7, isLate: false, stdout: 'out\n', stderr: 'err\n' });
});

test('stops what takes too long, with all that it has started', async () => {
  const child = `const { spawn } = require('node:child_process');
    const it = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    console.log(it.pid); setInterval(() => {}, 1000)`;
  const ran = await runCommand(['-e', child], { limit: 1_500 });
  expect(ran.isLate).toBe(true);
  await expect.poll(() => isAlive(Number(ran.stdout)), { timeout: 5_000 }).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
