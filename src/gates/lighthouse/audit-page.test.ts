import { expect, test } from 'vitest';
import { addRun } from './audit-page';
import type { Run } from './run';

const fresh = { scores: [], discarded: [], others: [], failures: 0, decision: { is: 'more' } } as const;
const run = (score: number): Run => ({
  is: 'scored',
  scores: { performance: { score, failed: [] }, seo: { score: 100, failed: [] } },
  metrics: {},
});
const broken = (certain: boolean): Run => ({
  is: 'unusable',
  because: { what: 'unexpected-answer', detail: 'the page did not load' },
  certain,
});

test('a good score beside busy processes decides nothing', () => {
  const audit = addRun(fresh, run(100), 0.26, 90);
  expect(audit).toMatchObject({ scores: [], discarded: [100], decision: { is: 'more' } });
});

test('beside quiet ones it decides, and also where noise cannot be measured', () => {
  for (const others of [0.25, undefined]) {
    expect(addRun(fresh, run(95), others, 90).decision).toEqual({ is: 'met', measured: 95 });
  }
});

test('categories that do not vary are taken from the first run, noisy or not', () => {
  const audit = addRun(addRun(fresh, run(99), 1, 90), run(50), 0, 90);
  expect(audit.once?.scores.performance?.score).toBe(99);
  expect(audit.scores).toEqual([50]);
});

test('a failed run is excused by noise, twice; never when another run would show the same', () => {
  const twice = addRun(addRun(fresh, broken(false), 1, 90), broken(false), 1, 90);
  expect(twice.obstacle).toBeUndefined();
  expect(addRun(twice, broken(false), 1, 90).obstacle).toBeDefined();
  expect(addRun(fresh, broken(true), 1, 90).obstacle).toBeDefined();
  expect(addRun(fresh, broken(false), 0, 90).obstacle).toBeDefined();
});
