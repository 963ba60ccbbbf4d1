import { array, assert, boolean, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import type { Sense } from './fold';
import { createMatcher, scanSenses, type Matcher } from './matcher';
import { packedText } from './pack';
import { unitsOf } from './units';

const values = ['Jane Oakes', 'HL-TB83-KT26', '0151 2847 5519', 'jane.oakes@brindle.test'];
const turned = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(((sign.charCodeAt(0) - 33 + 47) % 94) + 33));
const leet = (text: string): string =>
  text.replace(/[aes]/g, (letter) => ({ a: '@', e: '3', s: '$' })[letter] ?? letter);

function hitsIn(matcher: Matcher, text: string, sense: Sense, end: number): readonly string[] {
  const hits: string[] = [];
  matcher.scan(text, sense, (key, from, to) => {
    if (to <= end) hits.push(`${key} at ${from} to ${to}`);
  });
  return hits.toSorted();
}

const pieces = constantFrom(
  ...values,
  ...values.map(turned),
  ...values.map(leet),
  ...' .,-_@$!(<>":{}a0\n'.split(''),
  'oakes',
  'Jan',
  'é',
  '’',
  '\u200b',
);

test.each(['sound', 'look', 'leet', 'rot47'] as const)(
  'in the sense %s, a text of ASCII and one with other characters far away have the same hits',
  (sense) => {
    const form = sense === 'leet' ? 'leet' : 'sound';
    const matcher = createMatcher(values.map((value) => packedText(value, form)));
    assert(
      property(array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const body = `${text}\n`;
        // With so many others the text is packed as a whole; without them it is swept.
        const packed = hitsIn(matcher, `${body}${'é '.repeat(body.length + 1)}`, sense, text.length);
        const padded = `${body}${'. '.repeat(4_000)}`;
        expect(hitsIn(matcher, padded, sense, text.length)).toEqual(packed);
      }),
      { numRuns: 400, seed: 11 },
    );
  },
);

test('all senses at once find what each finds by itself', () => {
  const [plain, inLeet] = (['sound', 'leet'] as const).map((form) =>
    createMatcher(values.map((value) => packedText(value, form))),
  );
  if (plain === undefined || inLeet === undefined) throw new Error('there are two forms');
  assert(
    property(array(pieces, { maxLength: 12 }), boolean(), (parts, isLong) => {
      const text = `${parts.join('')}${isLong ? '. '.repeat(800) : ''}`;
      const together: string[] = [];
      scanSenses({ plain, leet: inLeet }, text, unitsOf(text), (sense, key, from, to) => {
        if (sense !== 'look') together.push(`${sense}: ${key} at ${from} to ${to}`);
      });
      const apart = (['sound', 'leet', 'rot47'] as const).flatMap((sense) =>
        hitsIn(sense === 'leet' ? inLeet : plain, text, sense, Infinity).map((hit) => `${sense}: ${hit}`),
      );
      expect(together.toSorted()).toEqual(apart.toSorted());
    }),
    { numRuns: 400, seed: 12 },
  );
});

test('a key next to another letter than ASCII’s is part of a longer word', () => {
  const matcher = createMatcher([packedText('Jane Oakes', 'sound')]);
  const far = '. '.repeat(2_000);
  expect(hitsIn(matcher, `${far}éJane Oakes${far}`, 'sound', Infinity)).toEqual([]);
  expect(hitsIn(matcher, `${far}“Jane Oakes”${far}`, 'sound', Infinity)).toHaveLength(1);
  expect(hitsIn(matcher, `${far}Jané Oakes${far}`, 'sound', Infinity)).toHaveLength(1);
  expect(hitsIn(matcher, `${far}Ja ñ ne Oakes${far}`, 'sound', Infinity)).toEqual([]);
});
