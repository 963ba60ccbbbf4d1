import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { latency, openLoop } from './open-loop';
import type { Sent } from './open-loop';

async function run(send: (index: number) => Promise<void>, count: number): Promise<readonly Sent<void>[]> {
  const sendings: Promise<Sent<void>>[] = [];
  await openLoop({
    turns: Array.from({ length: count }),
    rate: 100,
    send: async () => send(sendings.length),
    take: (sending) => sendings.push(sending),
  });
  return Promise.all(sendings);
}

test('an answer that is not there yet keeps nobody waiting', async () => {
  const sent = await run(async (index) => {
    await sleep(index === 0 ? 500 : 1);
  }, 20);
  const last = sent.at(-1) ?? expect.fail();
  expect(last.timing.sent - (sent[0]?.timing.due ?? 0)).toBeLessThan(400);
});

test('what was sent late is counted from when it was due', async () => {
  const sent = await run(async (index) => {
    if (index > 0) return;
    // Nothing else can run meanwhile, so the sendings due at 10, 20, ... ms go out late.
    for (const end = performance.now() + 200; performance.now() < end;);
    await Promise.resolve();
  }, 10);
  expect(latency(sent[1]?.timing ?? expect.fail())).toBeGreaterThan(180);
  const dues = sent.map(({ timing }) => Math.round(timing.due - (sent[0]?.timing.due ?? 0)));
  expect(dues).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
});
