import { expect, test } from 'vitest';
import { decidePerformance } from './decide';

const table: readonly [scores: readonly number[], decision: string, measured?: number][] = [
  [[], 'more'],
  [[94], 'met', 94],
  [[93], 'more'],
  // One clear miss may be an accident, two are not.
  [[84], 'more'],
  [[84, 84], 'missed', 84],
  [[40, 93, 20], 'missed', 40],
  // A clear pass passes, whatever came before: noise only lowers a score.
  [[84, 90, 95], 'met', 95],
  // Exactly the limit is not above it.
  [[90, 90], 'more'],
  [[90, 90, 90], 'missed', 90],
  [[91, 92, 91], 'met', 91],
  [[91, 89, 92, 88], 'more'],
  [[91, 89, 92, 88, 91], 'met', 91],
  [[91, 89, 92, 88, 90], 'missed', 90],
  // What is decided stays decided.
  [[96, 10, 10], 'met', 96],
];

test.each(table)('the scores %j: %s', (scores, is, measured) => {
  expect(decidePerformance(scores, 90)).toEqual(measured === undefined ? { is } : { is, measured });
});

test('five scores always decide, and never against the figure beside the verdict', () => {
  const around = [20, 84, 85, 90, 91, 93, 94];
  const sequences = around.flatMap((a) =>
    around.flatMap((b) => around.flatMap((c) => around.flatMap((d) => around.map((e) => [a, b, c, d, e])))),
  );
  const wrong = sequences.filter((scores) => {
    const decision = decidePerformance(scores, 90);
    return decision.is === 'more' || decision.measured > 90 !== (decision.is === 'met');
  });
  expect(wrong).toEqual([]);
});

test('the clear cases move with the limit', () => {
  expect(decidePerformance([79], 75)).toEqual({ is: 'met', measured: 79 });
  expect(decidePerformance([69, 69], 75)).toEqual({ is: 'missed', measured: 69 });
});
