import { expect, test } from 'vitest';
import { inPercent, upperBound } from './bound';

test('with no hit it is the closed form', () => {
  for (const trials of [1, 10, 59, 300, 5_000])
    expect(upperBound(0, trials)).toBeCloseTo(1 - 0.05 ** (1 / trials), 10);
});

// From published tables of the one-sided 95 % limit.
test.each([
  [0, 10, 0.2589],
  [1, 10, 0.3942],
  [2, 10, 0.5069],
  [1, 20, 0.2161],
  [5, 100, 0.1022],
])('%i of %i: at most %f', (hits, trials, expected) => {
  expect(upperBound(hits, trials)).toBeCloseTo(expected, 3);
});

test('at the limit so few hits come in one of twenty cases', () => {
  const [hits, trials] = [2, 40];
  const rate = upperBound(hits, trials);
  const choose = [1, trials, (trials * (trials - 1)) / 2];
  const chance = choose.reduce((sum, ways, k) => sum + ways * rate ** k * (1 - rate) ** (trials - k), 0);
  expect(chance).toBeCloseTo(0.05, 8);
});

test('all hits, or no trial, bound nothing', () => {
  expect(upperBound(3, 3)).toBe(1);
  expect(upperBound(0, 0)).toBe(1);
});

test('per cents are rounded up', () => {
  expect(inPercent(upperBound(0, 300))).toBe('1 %');
  expect(inPercent(upperBound(0, 299))).toBe('1 %');
  expect(inPercent(upperBound(0, 298))).toBe('1.1 %');
  expect(inPercent(upperBound(0, 1_000))).toBe('0.3 %');
  expect(inPercent(0.2589)).toBe('26 %');
  expect(inPercent(1)).toBe('100 %');
});
