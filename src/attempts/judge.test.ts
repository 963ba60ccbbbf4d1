import { expect, test } from 'vitest';
import { judgeAnswer } from './judge';
import { sampleFinding } from './sample-finding';

const finding = sampleFinding();
const circumstances = { findings: [], showsOwn: false, signInPath: '/sign-in' };
const answer = (status: number, text = '', headers: Record<string, string> = {}) => ({
  status,
  headers,
  text,
});

test.each([
  ['401', answer(401, '{}'), 'unauthenticated'],
  ['403', answer(403, '{}'), 'forbidden'],
  ['404', answer(404), 'not-found'],
  ['no rows', answer(200, ' [] '), 'empty-rows'],
  ['one object asked for, none there', answer(406, '{"code":"PGRST116"}'), 'empty-rows'],
  ['a redirect to sign-in', answer(302, '', { location: '/sign-in?next=%2Faccount' }), 'sign-in-page'],
  ['a generic 200', answer(200, '{"ok":false}'), 'plain-answer'],
])('%s is a refusal', (_, seen, because) => {
  expect(judgeAnswer(seen, circumstances)).toEqual({ is: 'held', because });
});

test.each([
  ['429', answer(429), 'throttled'],
  ['500', answer(500), 'server-error'],
  ['an empty 200', answer(200), 'unexpected-answer'],
  ['a bad request', answer(400, '{}'), 'unexpected-answer'],
  ['a redirect elsewhere', answer(302, '', { location: '/elsewhere' }), 'unexpected-answer'],
  ['a challenge page', answer(403, '<html><title>Just a moment...</title>'), 'challenge'],
])('%s is unknown, never held', (_, seen, what) => {
  expect(judgeAnswer(seen, circumstances)).toMatchObject({ is: 'unknown', because: { what } });
});

test.each([200, 401, 403, 404, 429, 500])('a leak under status %i is a leak', (status) => {
  const verdict = judgeAnswer(answer(status, 'x'), { ...circumstances, findings: [finding] });
  expect(verdict).toEqual({ is: 'leaked', findings: [finding] });
});

test('an answer with only own records held', () => {
  const verdict = judgeAnswer(answer(200, '[{}]'), { ...circumstances, showsOwn: true });
  expect(verdict).toEqual({ is: 'held', because: 'own-records-only' });
});
