import { expect, test } from 'vitest';
import { digestOf, sameBytes } from './same-bytes';

const bytes = (text: string) => Buffer.from(text);

test('the same bytes are one object, however they came; others are not', () => {
  const whole = sameBytes([bytes('row of Bob')]);
  expect(sameBytes([bytes('row '), bytes('of Bob')])).toBe(whole);
  expect(sameBytes([bytes('row of Eve')])).not.toBe(whole);
  expect(sameBytes([])).toBe(sameBytes([bytes('')]));
  expect(digestOf(whole)).toBe(digestOf(bytes('row of Bob')));
  expect(digestOf(whole)).not.toBe(digestOf(sameBytes([bytes('row of Eve')])));
});

test('what is kept is a copy, and what is large is copied and forgotten', () => {
  const line = Buffer.from('row of Ann');
  const kept = sameBytes([line]);
  line.fill(0);
  expect(Buffer.from(kept).toString()).toBe('row of Ann');
  const large = Buffer.alloc(1_000_001, 'x');
  const [once, again] = [sameBytes([large]), sameBytes([large])];
  expect([once === large, once === again]).toEqual([false, false]);
});

test('what was not seen for long is forgotten', () => {
  const first = sameBytes([bytes('row of Tim')]);
  const filler = (index: number) => Buffer.alloc(1_000_000, `${index} `);
  for (let index = 0; index < 40; index += 1) sameBytes([filler(index)]);
  expect(sameBytes([bytes('row of Tim')])).toBe(first);
  for (let index = 0; index < 100; index += 1) sameBytes([filler(index)]);
  expect(sameBytes([bytes('row of Tim')])).not.toBe(first);
});
