import { expect, test } from 'vitest';
import { decideShare } from './decide';
import type { Decision } from './decide';

test.each([
  [94, 0, 'more'],
  [95, 0, 'met'],
  [125, 1, 'more'],
  [126, 1, 'met'],
  // Too few to have a 95th percentile, however bad.
  [19, 19, 'more'],
  [20, 20, 'missed'],
  [60, 4, 'more'],
  [60, 6, 'missed'],
  [100, 7, 'missed'],
  // The test alone would call this a miss; less than 5 % of it is over.
  [300, 14, 'more'],
  [500, 17, 'more'],
] as const)('of %i reads %i over the limit: %s', (samples, over, decision) => {
  expect(decideShare({ samples, over })).toBe(decision);
});

/** Runs the decision many times on a service that is over the limit with a fixed probability. */
function simulate(share: number, runs = 2000): Record<Decision, number> & { readonly samples: number } {
  const random = generator(Math.round(share * 1e6));
  const tally = { met: 0, missed: 0, more: 0 };
  let total = 0;
  for (let run = 0; run < runs; run += 1) {
    const end = one(() => random() < share);
    tally[end.decision] += 1 / runs;
    total += end.samples;
  }
  return { ...tally, samples: total / runs };
}

function one(isOver: () => boolean): { readonly decision: Decision; readonly samples: number } {
  let over = 0;
  for (let samples = 1; samples <= 500; samples += 1) {
    if (isOver()) over += 1;
    const decision = decideShare({ samples, over });
    if (decision !== 'more') return { decision, samples };
  }
  return { decision: 'more', samples: 500 };
}

/** Numbers from 0 to 1 that are the same in every run of this test (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test('a service whose 95th percentile lies on the limit is called met in about one of twenty cases', () => {
  expect(simulate(0.05).met).toBeLessThan(0.07);
});

test('a service that misses at 10 % over is never taken for a healthy one, and found out soon', () => {
  const bad = simulate(0.1);
  expect(bad.met).toBeLessThan(0.005);
  expect(bad.missed).toBeGreaterThan(0.99);
  expect(bad.samples).toBeLessThan(80);
});

test('a healthy service is met after 95 to 140 samples', () => {
  const healthy = simulate(0.005);
  expect(healthy.met).toBeGreaterThan(0.99);
  expect(healthy.samples).toBeGreaterThanOrEqual(95);
  expect(healthy.samples).toBeLessThan(140);
});
