import { expect, test } from 'vitest';
import type { Attempt, Verdict } from '../words';
import { betweenControls, type Control } from './controls';
import { unknown } from './judge';
import { sampleFinding } from './sample-finding';

const plan = {
  probe: { kind: 'request', what: 'GET /x' },
  viewer: 'userB',
  owner: 'userA',
  kind: 'invoice',
} as const;
const held: Verdict = { is: 'held', because: 'forbidden' };
const answers = (...said: (string | undefined)[]): Control => {
  let asked = 0;
  return async () => said[asked++];
};
const trying = (verdict: Verdict) => async (): Promise<readonly Attempt[]> => [
  { ...plan, verdict, requests: 1 },
];

test('between two good controls the verdict stands', async () => {
  const [attempt] = await betweenControls(answers(undefined, undefined), [plan], trying(held));
  expect(attempt?.verdict).toEqual(held);
});

test('without the control before, nothing is tried and all is unknown', async () => {
  const never = () => Promise.reject(new Error('tried all the same'));
  const [attempt] = await betweenControls(answers('nothing there'), [plan], never);
  expect(attempt?.verdict).toEqual(unknown('control-failed', 'nothing there'));
});

test('without the control after, what seemed to hold is unknown', async () => {
  const [attempt] = await betweenControls(answers(undefined, 'gone'), [plan], trying(held));
  expect(attempt?.verdict).toMatchObject({ is: 'unknown', because: { what: 'control-failed' } });
});

test('a leak stays a leak, whatever becomes of the control', async () => {
  const leaked: Verdict = { is: 'leaked', findings: [sampleFinding()] };
  const [attempt] = await betweenControls(answers(undefined, 'gone'), [plan], trying(leaked));
  expect(attempt?.verdict).toBe(leaked);
});
