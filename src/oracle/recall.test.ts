import { array, assert, constantFrom, lorem, oneof, pre, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disguises, encodings, type Disguise } from './disguises';
import { createOracle } from './oracle';

/** Eight kinds of value, as a product has them. */
const fields = {
  name: 'Mirabel Oakenfold',
  email: 'mirabel.oak@brindle.test',
  phone: '+49 151 2847 5519',
  address: '18 Juniper Hollow, 4471 Tansy Vale',
  reference: 'HL-TB83-KT26',
  iban: 'DE12 5001 0517 0648 4898 90',
  note: 'Guest asked for a quiet room with a view of the harbour',
  'native name': 'Jürgen Weißmüller',
};
const oracle = createOracle({
  records: [{ owner: 'userA', kind: 'profile', fields }],
  publicValues: [],
  key: 'k',
});
const seenIn = (body: string): readonly string[] =>
  oracle
    .search([{ channel: 'c', where: { part: 'body' }, at: 0, body }], { name: 'userB', sees: ['userB'] }, [])
    .findings.map(({ field }) => field);

describe.each(disguises.map((disguise) => [disguise.name, disguise] as const))(
  '%s',
  (_, { hide, fits = () => true }) => {
    test.each(Object.entries(fields).filter(([, value]) => fits(value)))('%s', (field, value) => {
      expect(seenIn(`Here it is: ${hide(value)} ; that was it.`)).toContain(field);
    });
  },
);

describe('compositions', () => {
  const values = Object.entries(fields).filter(([, value]) => /^[\x00-\x7f]*$/.test(value));
  const layers = encodings.filter(({ name }) => name !== 'tag characters');

  /** Two turns are undone in short texts only, three (and what is left of a name after them) never. */
  const longestTurnedTwice = 240;
  const isTurn = ({ name }: Disguise): boolean => ['reversed', 'rot13', 'rot47'].includes(name);
  const turned = disguises.filter(({ name }) => name === 'reversed' || name === 'rot13');

  test.each([7, 8, 9])('of up to three of them are seen through (seed %i)', (seed) => {
    const chain = array(constantFrom(...layers, ...turned), { minLength: 1, maxLength: 3 });
    assert(
      property(constantFrom(...values), chain, ([field, value], chosen) => {
        const body = chosen.reduce((text, { hide }) => hide(text), value);
        const turns = chosen.filter(isTurn).length;
        pre(turns < 2 || (turns === 2 && body.length <= longestTurnedTwice));
        expect(seenIn(`Here: ${body} .`)).toContain(field);
      }),
      { numRuns: 600, seed },
    );
  });

  test.each(['reversed > rot13', 'rot13 > rot47', 'rot47 > reversed', 'rot47 > rot13'])(
    'of two turns on top of an encoding are seen through where the text is short: %s',
    (names) => {
      const over = names.split(' > ').map((name) => disguises.find((one) => one.name === name));
      for (const encoding of layers.filter(({ name }) => ['base64', 'hex', 'URL'].includes(name))) {
        const body = [encoding, ...over].reduce((text, one) => one?.hide(text) ?? '', fields.name);
        expect(seenIn(`Here: ${body} .`), encoding.name).toContain('name');
      }
    },
  );

  test.each([
    ['phone', 'rot47 > rot13'],
    ['phone', 'rot47 > rot13 > rot47'],
    ['phone', 'rot47 > JSON in JSON > rot47'],
    ['phone', 'rot47 > URL > rot47'],
    ['name', 'rot13 > rot47 > rot13'],
    ['email', 'rot47 > rot13 > rot47'],
  ] as const)('of turns alone are seen through where they leave signs: %s, %s', (field, names) => {
    const hiding = names.split(' > ').map((name) => disguises.find((one) => one.name === name));
    const body = hiding.reduce((text, one) => one?.hide(text) ?? '', fields[field]);
    expect(seenIn(`Here: ${body} .`)).toContain(field);
  });

  test('of other people and of nothing in particular are silent', () => {
    const other = constantFrom(
      'Anna Oakenfold',
      'mirabel@brindle.test',
      '+49 151 2847 5518',
      'HL-TB83-KT27',
      'lorem ipsum dolor',
      '18 Juniper Hollow',
    );
    assert(
      property(array(tuple(oneof(other, lorem()), constantFrom(...disguises)), { maxLength: 5 }), (parts) => {
        expect(seenIn(parts.map(([value, { hide }]) => hide(value)).join(' , '))).toEqual([]);
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});
