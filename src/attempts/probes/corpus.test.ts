import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { disguises } from '../../oracle/disguises';
import { corpus, corpusVersion } from './index';
import { costOf, drawn } from './draw';
import { familyNames } from './probe';

/** Whoever changes a probe raises the version, and writes the new digest beside it. */
const digests: Readonly<Record<number, string>> = { 1: 'b4d55387a232b84e' };

test('the version says which corpus it is', () => {
  const digest = createHash('sha256').update(JSON.stringify(corpus)).digest('hex').slice(0, 16);
  expect(digest).toBe(digests[corpusVersion]);
});

test('every family is there, in the order of its productivity, and no id is used twice', () => {
  expect([...new Set(corpus.map(({ family }) => family))]).toEqual(familyNames);
  expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
});

test('every probe says what it hopes for and which entries of all three lists it is about', () => {
  for (const { hopesFor, owasp } of corpus) {
    expect(hopesFor).not.toBe('');
    expect(owasp.some((tag) => tag.endsWith('2025'))).toBe(true);
    expect(owasp.some((tag) => tag.endsWith('2026'))).toBe(true);
  }
  expect(corpus.some(({ owasp }) => owasp.includes('API1:2023'))).toBe(true);
});

test('every disguise is one that the oracle sees through', () => {
  const known = disguises.map(({ name }) => name);
  for (const { disguise } of corpus) if (disguise !== undefined) expect(known).toContain(disguise);
});

test('no probe holds a value: who is meant comes in at run time', () => {
  expect(JSON.stringify(corpus)).not.toMatch(/[\w.]+@(?!example\.com)[\w-]+\.\w+/);
});

const ids = (budget: number, seed: string) => drawn(corpus, { budget, seed }).map(({ id }) => id);

test('the same seed draws the same, another seed something else, and a larger budget the same and more', () => {
  expect(ids(60, 'a')).toEqual(ids(60, 'a'));
  expect(ids(60, 'a')).not.toEqual(ids(60, 'b'));
  expect(ids(120, 'a').slice(0, ids(60, 'a').length)).toEqual(ids(60, 'a'));
});

test('a small sample has one of each family, the plainest, whatever the seed', () => {
  const plainest = familyNames.flatMap((name) => corpus.find(({ family }) => family === name)?.id ?? []);
  expect(ids(familyNames.length + 2, 'a')).toEqual(plainest);
  expect(ids(familyNames.length + 2, 'b')).toEqual(plainest);
});

test('no sample costs more than its budget, and a large one is everything', () => {
  for (const budget of [0, 1, 7, 50, 111])
    expect(
      drawn(corpus, { budget, seed: 'a' }).reduce((sum, probe) => sum + costOf(probe), 0),
    ).toBeLessThanOrEqual(budget);
  expect(ids(10_000, 'a').toSorted()).toEqual(corpus.map(({ id }) => id).toSorted());
});
