import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fakerDE, fakerEN, fakerES, fakerFR, fakerNL, type Faker } from '@faker-js/faker';
import { describe, expect, test } from 'vitest';
import type { Exhibit } from '../../words';
import { normalName } from './name-context';
import { findNames, namesIn } from './names';

const found = (text: string): readonly string[] => namesIn(text).map(({ spoken }) => spoken);

describe('seen', () => {
  test.each([
    ['{"full_name":"Petra Kolb","points":3}', 'petra kolb'],
    ['{"name":"Petra Kolb","email":"p@kade.nl"}', 'petra kolb'],
    ['{"phone":"+31 6 2437 9150","address":{"city":"X"},"displayName":"Petra Kolb"}', 'petra kolb'],
    ['{"id":4,"last_name":"Kolb","seat":2,"first_name":"Petra"}', 'petra kolb'],
    ['data: {"guest":"PETRA KOLB","cabin":4}\n\n', 'petra kolb'],
    ['"{\\"customerName\\":\\"Petra van der Kolb\\"}"', 'petra van der kolb'],
    ['{"passenger":"Jos\\u00e9 N\\u00fa\\u00f1ez"}', 'jose nunez'],
    ['Dear Petra Kolb,\nyour boat is ready', 'petra kolb'],
    ['<p>Welcome back, Petra O’Hara!</p>', 'petra o hara'],
    ['Sehr geehrte Frau Petra Kolb,', 'petra kolb'],
    ['Your booking HL-2041 for Petra Kolb is confirmed.', 'petra kolb'],
    ['the invoice of Jean-Luc Moreau is due', 'jean luc moreau'],
    ['Boarding pass\nGuest: Petra Kolb\nDeck 4', 'petra kolb'],
    ['<dt>Passenger</dt>\n<dd class="x">Petra M. Kolb</dd>', 'petra m kolb'],
    ['<tr><th>Kunde</th><td>Petra Kolb</td></tr>', 'petra kolb'],
    ['Name: Petra Kolb\nE-mail: hidden', 'petra kolb'],
  ])('%s', (text, spoken) => {
    expect(found(text)).toEqual([spoken]);
  });

  test('either way round, and with accents or without, it is one name', () => {
    expect(normalName('Núñez, José')).toBe(normalName('Jose Nunez'));
  });
});

describe('nobody’s', () => {
  test.each([
    ['no person', '{"name":"Old Harbour","url":"/boats/4"}'],
    ['a thing with an address', '{"name":"Kayak Basic","address":"Quay 4"}'],
    ['a first name', 'Hi Petra, your booking for Petra is confirmed. Guest: Petra'],
    ['nobody in particular', 'Dear Sir or Madam, Hello World! Welcome back, Dear Customer,'],
    ['for examples', '{"customer_name":"Jane Doe"} Guest: John Doe'],
    ['a label without a value', 'Customer Name: Customer Email: Guest: Full Name'],
    ['a label of things', 'Name: Visual Studio\nVersion: 4'],
    ['companies', '{"customer":"Kade Wind GmbH"} Bill to: Kade Software Inc'],
    ['other uses of the words', 'support for Visual Studio, table of Contents, order of Magnitude'],
    ['a day', 'Your reservation for Monday Evening is open'],
  ])('%s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });
});

const exhibit = (body: string, changes: Partial<Exhibit> = {}): Exhibit => ({
  channel: 'response-body',
  where: { part: 'body', url: 'https://kade.nl/api' },
  at: 5,
  body,
  ...changes,
});
const hintsIn = (
  exhibits: readonly Exhibit[],
  known: readonly string[] = [],
  marks: readonly string[] = [],
) =>
  findNames(
    exhibits,
    { name: 'userB', sees: ['userB'] },
    'key',
    ({ spoken }) => known.includes(spoken),
    new Set(marks),
  );

test('a hint says where, and nothing of the name', () => {
  const body = '{"guests":[{"full_name":"Petra Kolb"},{"full_name":"Karl Wendt"}]}';
  const url = 'https://kade.nl/guests/Petra%2DKolb';
  const hints = hintsIn([exhibit(body, { where: { part: 'body', url } })], ['karl wendt']);
  expect(hints).toEqual([
    {
      kind: 'name of a person',
      viewer: 'userB',
      channel: 'response-body',
      where: { part: 'body', url: 'https://kade.nl/…', path: '$.guests[0].full_name' },
      shown: { from: 5 },
      fingerprint: hints[0]?.fingerprint,
    },
  ]);
  expect(hints[0]?.fingerprint).toMatch(/^[0-9a-f]{12}$/);
  expect(JSON.stringify(hints)).not.toMatch(/petra|kolb/i);
});

test('what stands beside the viewer’s own id, or was written by a customer, is the viewer’s own', () => {
  const shown = [
    exhibit('{"user_id":"U-1","full_name":"Petra Kolb"}'),
    exhibit('data: {"role":"user","text":"A booking for Karl Wendt, please"}\n\n'),
    exhibit('Dear Petra Kolb, dear Karl Wendt,', { channel: 'dom' }),
  ];
  expect(hintsIn(shown, [], ['u-1'])).toEqual([]);
  expect(hintsIn(shown.slice(2))).toHaveLength(2);
});

test('programs and what the browser itself sent name nobody', () => {
  const body = 'Dear Petra Kolb,';
  expect(
    hintsIn([exhibit(body, { type: 'text/javascript' }), exhibit(body, { channel: 'request' })]),
  ).toEqual([]);
  expect(hintsIn([exhibit(body)])).toHaveLength(1);
});

/** Bars of the README: most names that stand in a telling place are seen, and nearly nothing else is. */
describe('figures', () => {
  const fakers: readonly Faker[] = [fakerEN, fakerDE, fakerFR, fakerES, fakerNL];
  const places: readonly ((first: string, last: string) => string)[] = [
    (first, last) => JSON.stringify({ id: 7, name: `${first} ${last}`, email: 'a@kade.nl' }),
    (first, last) => JSON.stringify({ first_name: first, last_name: last }),
    (first, last) => JSON.stringify([{ guest_name: `${first} ${last}`, cabin: 4 }]),
    (first, last) => `Dear ${first} ${last},\nthank you for sailing with us.`,
    (first, last) => `We have a booking HL-3391 for ${first} ${last} on Friday.`,
    (first, last) => `<dl><dt>Guest</dt><dd>${first} ${last}</dd></dl>`,
    (first, last) => `Booked by: ${first} ${last}\nDeck: 4`,
  ];

  test('recall on generated names of five languages in seven places', () => {
    const wanted: boolean[] = [];
    for (const faker of fakers) {
      faker.seed(11);
      for (let i = 0; i < 200; i++) {
        const [first, last] = [faker.person.firstName(), faker.person.lastName()];
        for (const place of places) {
          const normal = normalName(`${first} ${last}`);
          wanted.push(namesIn(place(first, last)).some((one) => one.normal === normal));
        }
      }
    }
    expect(wanted.filter(Boolean).length / wanted.length).toBeGreaterThanOrEqual(0.95);
  });

  test('at most one in a megabyte of real text: the READMEs of all packages', () => {
    const texts = readmes('node_modules');
    const size = texts.reduce((sum, text) => sum + text.length, 0);
    expect(size).toBeGreaterThan(1_000_000);
    expect(texts.flatMap(found).length / (size / 1e6)).toBeLessThanOrEqual(1);
  });
});

function readmes(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const isPackages = folder === 'node_modules' && entry.name.startsWith('@');
      return isPackages || folder === 'node_modules' || folder.includes('@') ? readmes(path) : [];
    }
    return /^readme.*\.md$/i.test(entry.name) && statSync(path).size < 600_000
      ? [readFileSync(path, 'utf8')]
      : [];
  });
}
