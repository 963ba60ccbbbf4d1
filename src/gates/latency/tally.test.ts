import { expect, test } from 'vitest';
import { addSample, emptyTally, weWereLate } from './tally';
import type { Sample, Tally } from './tally';

const limits = { limit: 300, windows: 3 };
const collect = (count: number, sample: (index: number) => Sample): Tally =>
  Array.from({ length: count }, (_, index) => sample(index)).reduce<Tally>(
    (tally, one) => addSample(tally, one, limits),
    emptyTally,
  );

test('a fast service is met only when it was seen in three windows', () => {
  const inTwo = collect(200, (index) => ({ latency: 10, lag: 0, window: index % 2 }));
  expect(inTwo.decision).toBe('more');
  expect(addSample(inTwo, { latency: 10, lag: 0, window: 2 }, limits).decision).toBe('met');
});

test('a slow one is missed at once, and what is decided stays decided', () => {
  const slow = collect(200, () => ({ latency: 300, lag: 0, window: 0 }));
  expect(slow).toMatchObject({ decision: 'missed', over: 20 });
  expect(slow.samples).toHaveLength(20);
});

test('one wrong answer ends it, undecided', () => {
  const obstacle = { what: 'throttled', detail: 'the answer was 429, not 200' } as const;
  const tally = collect(200, (index) => ({
    latency: 10,
    lag: 0,
    window: index % 3,
    ...(index === 50 ? { obstacle } : {}),
  }));
  expect(tally).toMatchObject({ decision: 'more', obstacle });
});

test('reads that we sent late in more than one of twenty cases excuse a miss', () => {
  const lagging = (late: number): Tally =>
    collect(20, (index) => ({ latency: 400, lag: index < late ? 50 : 1, window: 0 }));
  expect(weWereLate(lagging(1))).toBe(false);
  expect(weWereLate(lagging(2))).toBe(true);
});
