import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetPauses, pausesOfRun } from './pauses';
import { createPoliteness, pauseOf } from './politeness';

const url = new URL('https://trips.example/api');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Milliseconds until so many requests were allowed. */
async function spanOf(count: number, politeness: ReturnType<typeof createPoliteness>): Promise<number> {
  const started = Date.now();
  const turns = Promise.all(Array.from({ length: count }, async () => politeness.turn(url)));
  await vi.runAllTimersAsync();
  await turns;
  return Date.now() - started;
}

test.for([
  { requestsPerSecond: 5, workers: 1, count: 15, ms: 2000 },
  { requestsPerSecond: 5, workers: 2, count: 15, ms: 5000 },
  { requestsPerSecond: null, workers: 1, count: 500, ms: 0 },
])(
  '$count requests at $requestsPerSecond per second over $workers workers take $ms ms',
  async ({ count, ms, ...rate }) => {
    const politeness = createPoliteness({ ...rate, allowedHosts: [url.host] });
    expect(await spanOf(count, politeness)).toBeCloseTo(ms, -2);
    expect(politeness.requests).toBe(count);
  },
);

test('a host that asks for a pause gets it; one that asks for too long is reported', async () => {
  const politeness = createPoliteness({ requestsPerSecond: null, allowedHosts: [url.host] });
  politeness.heard(url, 429, '3');
  expect(await spanOf(1, politeness)).toBe(3000);
  politeness.heard(url, 200, '20');
  expect(await spanOf(1, politeness)).toBe(0);
  politeness.heard(url, 503, '120');
  expect(await politeness.turn(url)).toMatchObject({ failed: 'throttled' });
  expect(politeness.requests).toBe(2);
});

test('a host that puts off again and again is waited for a minute in all, and left alone after that', async () => {
  const politeness = createPoliteness({ requestsPerSecond: null, allowedHosts: [url.host] });
  for (let times = 0; times < 2; times += 1) {
    politeness.heard(url, 429, '30');
    politeness.heard(url, 429, '30');
    expect(await spanOf(3, politeness)).toBe(30_000);
  }
  politeness.heard(url, 429, '30');
  expect(await politeness.turn(url)).toMatchObject({ failed: 'throttled' });
  expect(await politeness.turn(new URL('https://other.example/'))).toBeUndefined();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await politeness.turn(url)).toBeUndefined();
});

test('short pauses now and then never use up the patience', async () => {
  const politeness = createPoliteness({ requestsPerSecond: null, allowedHosts: [url.host] });
  for (let times = 0; times < 200; times += 1) {
    politeness.heard(url, 429, '1');
    expect(await spanOf(1, politeness)).toBe(1000);
    await vi.advanceTimersByTimeAsync(9_000);
  }
});

test('a worker that begins anew knows what the one before was told', async () => {
  const file = join(tmpdir(), `trespass-pauses-${process.pid}.json`);
  const worker = () =>
    createPoliteness({ requestsPerSecond: null, allowedHosts: [url.host], pauses: pausesOfRun(file) });
  worker().heard(url, 429, '20');
  expect(await spanOf(1, worker())).toBe(20_000);
  worker().heard(url, 503, '3600');
  expect(await worker().turn(url)).toMatchObject({ failed: 'throttled' });
  forgetPauses(file);
  expect(await worker().turn(url)).toBeUndefined();
});

test.for([
  ['7', 7000],
  [new Date(1_000_000 + 9000).toUTCString(), 9000],
  ['soon', 1000],
] as const)('Retry-After "%s" is %i ms', ([value, ms]) => expect(pauseOf(value, 1_000_000)).toBe(ms));

test('other hosts are refused, also by port, and the nearest is named', () => {
  const politeness = createPoliteness({ requestsPerSecond: 5, allowedHosts: ['trips.example'] });
  politeness.allow(url);
  expect(() => politeness.allow(new URL('https://trips.exampel/'))).toThrow(/did you mean trips\.example\?/);
  expect(() => politeness.allow(new URL('https://trips.example:8443/'))).toThrow(/may not be sent anything/);
});

test('chat messages are capped', () => {
  const politeness = createPoliteness({ requestsPerSecond: null, allowedHosts: [], chatMessages: 2 });
  politeness.countChatMessage();
  politeness.countChatMessage();
  expect(() => politeness.countChatMessage()).toThrow(/2 chat messages were sent/);
  expect(politeness.chatMessages).toBe(2);
});
