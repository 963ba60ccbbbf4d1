import { expect, test } from 'vitest';
import { absentIdLike } from './absent-id';
import { differenceOf, type AnswerFor } from './difference';

const answer = (id: string, patch: Partial<AnswerFor> = {}): AnswerFor => ({
  id,
  status: 404,
  headers: { 'content-type': 'application/json' },
  text: `There is no ${id}.`,
  ...patch,
});
const absent = [answer('id-9001'), answer('id-9002')] as const;

test('answers that differ in nothing but the id are the same', () => {
  expect(differenceOf(answer('id-7001'), absent)).toBeUndefined();
});

test.each<[string, Partial<AnswerFor>]>([
  ['status', { status: 403 }],
  ['headers', { headers: { 'content-type': 'application/json', 'content-range': '*/1' } }],
  ['wording', { text: 'It is not yours.' }],
])('another %s is told', (what, patch) => {
  expect(differenceOf(answer('id-7001', patch), absent)).toBe(what);
});

test('a clock or a request number in each answer is noise', () => {
  const [before, during, after] = ['09:00:01', '09:00:02', '09:00:03'].map(
    (time) => `${time} no such record`,
  );
  const noisy = [
    answer('id-9001', { text: before ?? '' }),
    answer('id-9002', { text: after ?? '' }),
  ] as const;
  expect(differenceOf(answer('id-7001', { text: during ?? '' }), noisy)).toBeUndefined();
});

test('where the wording is never the same, only another size is told', () => {
  const noisy = [answer('id-9001', { text: 'x1 no' }), answer('id-9002', { text: 'x2 no' })] as const;
  expect(differenceOf(answer('id-7001', { text: 'x3 no, for it belongs to somebody else' }), noisy)).toBe(
    'size',
  );
});

test('a throttled control is no difference of its own', () => {
  const [one, two] = [answer('id-9001', { status: 429 }), answer('id-9002')];
  expect(differenceOf(answer('id-7001'), [one, two])).toBeUndefined();
});

test('an absent id looks like the one that it stands for', () => {
  expect(absentIdLike('a10472b1-233c-4e1e-86cd-1ee9cf7daca8')).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/);
  expect(absentIdLike('1042')).toMatch(/^1\d{9}$/);
  expect(absentIdLike('HL-2x9')).toMatch(/^[A-Z]{2}-\d[a-z]\d$/);
});
