import { fakerDE, fakerEN, fakerFR } from '@faker-js/faker';
import { getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, test } from 'vitest';
import type { Exhibit } from '../../words';
import { findStrangers, strangersIn, strangersShownIn } from '.';

const found = async (text: string): Promise<readonly string[]> =>
  (await strangersIn(text)).map(({ kind, normal }) => `${kind} ${normal}`);

describe('seen', () => {
  test.each([
    ['Write to petra.kolb@seeblick-segeln.de.', 'email address petra.kolb@seeblick-segeln.de'],
    ['{"mail":"M.O\'Hara+sail@kade.studio"}', "email address m.o'hara+sail@kade.studio"],
    ['<a href="mailto:jo%40kade.nl">', 'email address jo@kade.nl'],
    ['p&#101;tra@kade.nl', 'email address petra@kade.nl'],
    ['"m\\u0061x@kade.nl"', 'email address max@kade.nl'],
    ['first line\\nmax@kade.nl', 'email address max@kade.nl'],
    ['"a":"{\\\\\\"mail\\\\\\":\\\\\\"m%2561x@kade.nl\\\\\\"}"', 'email address max@kade.nl'],
    [`data=${btoa('{"to":"max@kade.nl"}')}`, 'email address max@kade.nl'],
    [`"u":"${Buffer.from('mail=max%40kade.nl').toString('base64url')}"`, 'email address max@kade.nl'],
    [`max@kade.nl ${btoa('{"to":"max@kade.nl"}')}`, 'email address max@kade.nl'],
    ['call +49 151 2345 6780, please', 'phone number +4915123456780'],
    ['+31 6 2437 9150 2026', 'phone number +31624379150'],
    ['tel:+14155552671', 'phone number +14155552671'],
    ['"phoneNumber": "(415) 555-2671"', 'phone number +14155552671'],
    ['<dt>Mobile</dt> <dd>0151 23456780</dd>', 'phone number +4915123456780'],
    ['Card 4539 1488 0343 6467', 'payment card 4539148803436467'],
    ['3742 454554 00126', 'payment card 374245455400126'],
    ['"card_number":"4539148803436467"', 'payment card 4539148803436467'],
    ['paid from DE02 1203 0000 0000 2020 51 TODAY', 'bank account DE02120300000000202051'],
    ['"iban":"NL02ABNA0123456789"', 'bank account NL02ABNA0123456789'],
    ['SSN 536-90-4399', 'national id 536904399'],
    ['"ssn":"536904399"', 'national id 536904399'],
    ['NI number: JG103759A', 'national id JG103759A'],
    ['CPF 529.982.247-25', 'national id 52998224725'],
    ['"steuer_id": "36574261809"', 'national id 36574261809'],
  ])('%s', async (text, value) => {
    expect(await found(text)).toEqual([value]);
  });
});

describe('nobody’s', () => {
  test.each([
    ['an office', 'support@kade.nl, no-reply@kade.nl, info+de@kade.nl'],
    ['kept for examples', 'jane@example.com, joe@mail.test, you@company.com, name@domain.com'],
    ['files and versions', 'logo@2x.png react@18.2.0 chunk@3.min.js'],
    ['the name in an address', 'https://4f2a91c0@o77.ingest.kade.io/3 postgres://api:pw@db.kade.io/app'],
    ['machines', '3f0c2a91-77aa-4d0e-9a51-0c2a91b3d4e5@mail.kade.io'],
    ['numbers for films', '+1 202 555 0143 and +44 7700 900123'],
    ['what the callee pays', 'call +1 800 234 5678'],
    ['a time', '2026-11-23T10:00:00+0100 and 1763892000000'],
    ['numbers without a label', '{"id":"0151 23456780","order":4155552671,"at":1763892000}'],
    ['an id of a telephone', '"phone_id":"4155552671","phoneToken":"4155552671"'],
    ['cards for tests', '4242 4242 4242 4242 and 5555-5555-5555-4444'],
    ['wrong check digits', 'card 4539 1488 0343 6468, DE02 1203 0000 0000 2020 52, cpf 529.982.247-26'],
    ['numbers of sixteen digits', '{"n":4539148803436467}'],
    ['accounts in documentation', 'DE89 3704 0044 0532 0130 00'],
    ['ids without a label', '{"a":"36574261809","b":"536904399"}'],
    ['ids that were published', 'SSN 078-05-1120'],
    ['authors of a program', `//# sourceMappingURL=data:application/json;base64,${btoa('"max@kade.nl"')}`],
    ['hashes', 'sha512-DE02120300000000202051abcDEF0123456789=='],
    ['uuids', '8b5f0c2a-9177-4d0e-9a51-0c2a91b3d4e5'],
  ])('%s', async (_what, text) => {
    expect(await found(text)).toEqual([]);
  });

  test('programs, style sheets and what the browser itself sent', async () => {
    const body = 'petra.kolb@kade.nl';
    const exhibit = (changes: Partial<Exhibit>): Exhibit => ({
      channel: 'response-body',
      where: { part: 'body', url: 'https://kade.nl/account' },
      at: 0,
      body,
      ...changes,
    });
    const silent = [
      exhibit({ type: 'text/javascript' }),
      exhibit({ where: { part: 'body', url: 'https://kade.nl/app.js?v=3' } }),
      exhibit({ channel: 'request' }),
    ];
    for (const one of silent) expect(await strangersShownIn(one)).toEqual([]);
    expect(await strangersShownIn(exhibit({}))).toHaveLength(1);
    const suffixed = { part: 'body', url: 'https://kade.nl/account/x.css' };
    expect(await strangersShownIn(exhibit({ where: suffixed, type: 'application/json' }))).toHaveLength(1);
  });
});

test('a finding says where, and never what', async () => {
  const body = '{"customers":[{"email":"petra.kolb@kade.nl"},{"email":"known@kade.nl"}]}';
  const exhibit = { channel: 'api-body', where: { part: 'body', url: 'https://kade.nl/api' }, at: 5, body };
  const findings = await findStrangers(
    [exhibit, exhibit],
    { name: 'userB', sees: ['userB'] },
    'key',
    ({ normal }) => normal === 'known@kade.nl',
  );
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    rule: 'stranger-value',
    owner: null,
    kind: 'email address',
    where: { part: 'body', url: 'https://kade.nl/api', path: '$.customers[0].email' },
    shown: { from: 5 },
  });
  expect(JSON.stringify(findings)).not.toContain('petra');
});

test('what a customer wrote into the chat is the customer’s own, wherever else it shows', async () => {
  const at = (channel: string, body: string): Exhibit => ({ channel, where: { part: 'body' }, at: 0, body });
  const history = '{"messages":[{"author":"AUTHOR","parts":[{"text":"write to petra.kolb@kade.nl"}]}]}';
  const page = at('dom', 'You: write to petra.kolb@kade.nl');
  const search = (author: string) =>
    findStrangers(
      [page, at('api-body', history.replace('AUTHOR', author))],
      { name: 'userB', sees: [] },
      'key',
      () => false,
    );
  expect(await search('customer')).toEqual([]);
  expect(await search('assistant')).toHaveLength(2);
});

test('an address that names somebody is told by its host alone', async () => {
  const where = { part: 'body', url: 'https://kade.nl/people?mail=petra.kolb%40kade.nl' };
  const exhibit = { channel: 'api-body', where, at: 0, body: 'petra.kolb@kade.nl' };
  const [finding] = await findStrangers([exhibit], { name: 'userB', sees: [] }, 'key', () => false);
  expect(finding?.where.url).toBe('https://kade.nl/…');
});

test('what a value was hidden in is told', async () => {
  const [sighting] = await strangersIn(`{"a":1,"data":"${btoa('{"to":"max@kade.nl"}')}"}`);
  expect(sighting).toMatchObject({ disguise: ['base64'], path: '$.data' });
});

test('a path that is somebody’s address is not told', async () => {
  const [sighting] = await strangersIn('{"petra.kolb@kade.nl":{"guests":2}}');
  expect(sighting).toMatchObject({ normal: 'petra.kolb@kade.nl' });
  expect(sighting?.path).toBeUndefined();
});

/** Bar of the README: of formatted or labelled values at least 95 of 100. */
describe('recall', () => {
  const count = 200;
  const fakers = [fakerEN, fakerDE, fakerFR];
  const people = Array.from({ length: count }, (_, index) => fakers[index % fakers.length] ?? fakerEN);
  const countries = ['DE', 'GB', 'FR', 'NL', 'ES', 'IT', 'BR', 'IN', 'AU'] as const;

  test.each([
    ['email address', (faker: typeof fakerEN) => `${faker.lorem.words(3)} ${faker.internet.email()}`],
    [
      'phone number',
      (faker: typeof fakerEN) => {
        const country = faker.helpers.arrayElement(countries);
        const number = getExampleNumber(country, examples);
        const international = number?.formatInternational() ?? '';
        return faker.helpers.arrayElement([
          `${faker.lorem.words(2)} ${international}`,
          `{"phone":"${number?.number ?? ''}"}`,
          `Tel.: ${number?.formatNational() ?? ''}`,
        ]);
      },
    ],
    [
      'payment card',
      (faker: typeof fakerEN) =>
        `card: ${faker.finance.creditCardNumber({ issuer: faker.helpers.arrayElement(['5[1-5]##-####-####-###L', '4###-####-####-###L', '34##-######-####L']) })}`,
    ],
    [
      'bank account',
      (faker: typeof fakerEN) => `${faker.finance.iban({ formatted: faker.datatype.boolean() })} `,
    ],
  ])('%s', async (kind, write) => {
    for (const faker of fakers) faker.seed(11);
    const texts = people.map(write);
    const seen = await Promise.all(texts.map(strangersIn));
    const hits = seen.filter((sightings) => sightings.some((one) => one.kind === kind));
    expect(hits.length / count).toBeGreaterThanOrEqual(0.95);
  });
});

test('what stands beside the viewer’s own id or address is its own, wherever else it is shown', async () => {
  const at = (channel: string, body: string) => ({ channel, where: { part: 'body' }, at: 0, body });
  const rows = [
    { user_id: 'U-1', phone: '+49 151 2847 5519' },
    { user_id: 'U-2', phone: '+49 151 9931 0042' },
  ];
  const exhibits = [
    at('response-body', JSON.stringify(rows)),
    at('shown-text', 'Call +49 151 2847 5519 or +49 151 9931 0042'),
  ];
  const viewer = { name: 'userB', sees: [] };
  const findings = await findStrangers(exhibits, viewer, 'key', () => false, new Set(['u-1']));
  expect(findings.map(({ channel, where }) => [channel, where.path])).toEqual([
    ['response-body', '$[1].phone'],
    ['shown-text', undefined],
  ]);
});

/** Bar of the README: at most one false alarm in a megabyte of API answers, or of the text of pages. */
describe('precision', () => {
  test('a megabyte of API answers', async () => {
    fakerEN.seed(7);
    const row = () => ({
      id: fakerEN.string.uuid(),
      number: fakerEN.number.int({ max: 9_999_999_999 }),
      reference: `HL-${fakerEN.string.alphanumeric(8)}`,
      sku: fakerEN.string.numeric(13),
      token: fakerEN.string.alphanumeric(40),
      hash: fakerEN.git.commitSha(),
      amount: fakerEN.finance.amount(),
      at: fakerEN.date.past().toISOString(),
      epoch: fakerEN.date.past().getTime(),
      place: [fakerEN.location.latitude(), fakerEN.location.longitude()],
      image: fakerEN.image.url(),
      barcode: fakerEN.commerce.isbn(),
      ip: fakerEN.internet.ipv6(),
      text: fakerEN.lorem.sentences(2),
      version: fakerEN.system.semver(),
      tracking: fakerEN.string.alphanumeric({ length: 18, casing: 'upper' }),
    });
    const text = JSON.stringify(Array.from({ length: 1_800 }, row));
    expect(text.length).toBeGreaterThan(1_000_000);
    expect((await found(text)).length).toBeLessThanOrEqual(1);
  });

  test('a megabyte of page text', async () => {
    fakerEN.seed(8);
    const line = () =>
      fakerEN.helpers.arrayElement([
        () => fakerEN.lorem.paragraph(),
        () => `${fakerEN.commerce.productName()} ${fakerEN.commerce.price({ symbol: '€' })}`,
        () => `Order ${fakerEN.string.numeric(10)} of ${fakerEN.date.past().toDateString()}`,
        () => `${fakerEN.location.streetAddress()}, ${fakerEN.location.zipCode()} ${fakerEN.location.city()}`,
        () =>
          `Open ${fakerEN.number.int(12)}:00-${fakerEN.number.int(24)}:00, since ${fakerEN.date.past().getFullYear()}`,
        () =>
          `${fakerEN.number.int(99)} / ${fakerEN.number.int(99)} / ${fakerEN.number.int(9999)} (${fakerEN.number.int(999)})`,
      ])();
    const lines: string[] = [];
    for (let size = 0; size < 1_000_000; size += lines.at(-1)?.length ?? 1) lines.push(line());
    expect((await found(lines.join('\n'))).length).toBeLessThanOrEqual(1);
  });
});
