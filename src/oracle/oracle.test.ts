import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Exhibit, OwnedRecord, Viewer } from '../words';
import { usualLimits } from './budget';
import { createOracle, type Search } from './oracle';

const records: readonly OwnedRecord[] = [
  {
    owner: 'userA',
    kind: 'profile',
    fields: {
      name: 'Mirabel Oakenfold',
      email: 'mirabel.oakenfold@brindle.test',
      phone: '+49 151 2847 5519',
      address: '18 Juniper Hollow, Tansy Vale',
    },
  },
  {
    owner: 'userA',
    kind: 'invoice',
    id: '8d7f4a52-0b1c-4d8e-9b1f-55f1c9a0e771',
    fields: { number: 'INV-77Q2-8841', amount: '€ 12.50' },
  },
  {
    owner: 'userB',
    kind: 'profile',
    fields: { name: 'Tobias Quillfeather', email: 'tobias@quill.test', firstName: 'Tobias' },
  },
  { owner: 'userA', kind: 'event', fields: { code: 'EVENT-5520-KLM' } },
  { owner: 'userB', kind: 'event', fields: { code: 'EVENT-5520-KLM' } },
  {
    owner: 'staff',
    kind: 'internal note',
    fields: { text: 'Guest asked for a refund twice; keep an eye on the deposit. Call the branch.' },
  },
];
const userB: Viewer = { name: 'userB', sees: ['userB'] };
const nobody: Viewer = { name: 'loggedOut', sees: [] };
const oracle = createOracle({ records, publicValues: ['help@brindle.test'], key: 'k' });

function exhibit(body: Exhibit['body'], more: Partial<Exhibit> = {}): Exhibit {
  return { channel: 'response-body', where: { part: 'body', url: 'http://x.test/a' }, at: 1, body, ...more };
}
function search(body: Exhibit['body'], viewer = userB, said: readonly string[] = []): Search {
  return oracle.search([exhibit(body)], viewer, said);
}
const fieldsIn = (found: Search): readonly string[] =>
  found.findings.map(({ owner, field }) => `${owner} ${field}`);

describe('a foreign value is found', () => {
  test.each([
    ['plain', 'Hello Mirabel Oakenfold!', 'userA name'],
    ['a stroke for a stroke', 'Your invoice lNV-77Q2-8841', 'userA number'],
    ['a stroke of another script', 'Your invoice ӀNV-77Q2-8841', 'userA number'],
    ['in capitals', 'MIRABEL   OAKENFOLD', 'userA name'],
    ['surname first', 'Oakenfold, Mirabel', 'userA name'],
    ['JSON escapes', String.raw`{"n":"M\u0069rabel\nOakenfold"}`, 'userA name'],
    [
      'JSON in JSON',
      JSON.stringify(JSON.stringify({ n: JSON.stringify('x\nmirabel.oakenfold@brindle.test') })),
      'userA email',
    ],
    ['entities', 'mirabel&period;oakenfold&commat;brindle&#46;&#x74;est', 'userA email'],
    ['URL', 'q=mirabel%2Eoakenfold%40brindle%252Etest', 'userA email'],
    ['phone, otherwise grouped', 'call 0151-284-75519 now', 'userA phone'],
    ['phone from abroad', '004915128475519', 'userA phone'],
    ['base64', `x ${btoa('id=7;Mirabel Oakenfold;')} y`, 'userA name'],
    ['base64, glued', `/u/abc-${Buffer.from('Mirabel Oakenfold').toString('base64url')}/p.png`, 'userA name'],
    ['base64 twice', btoa(btoa('Mirabel Oakenfold')), 'userA name'],
    ['zero-width', 'Mira\u200bbel Oaken\u00adfold', 'userA name'],
    ['confusables', 'Мirаbеl Оаkеnfоld', 'userA name'],
    ['full width', 'Ｍｉｒａｂｅｌ Ｏａｋｅｎｆｏｌｄ', 'userA name'],
    ['one letter a line', Array.from('MirabelOakenfold').join('\n'), 'userA name'],
    ['letters in tags', '<b>M</b><i>irabel</i> <span class="x">Oakenfold</span>', 'userA name'],
    ['leet', 'm1r4b3l 04k3nf0ld', 'userA name'],
    ['reversed', Array.from('Mirabel Oakenfold').toReversed().join(''), 'userA name'],
    ['rot13', 'Zvenory Bnxrasbyq', 'userA name'],
    ['at and dot', 'mirabel dot oakenfold at brindle dot test', 'userA email'],
    [
      'a sentence of a note',
      'the note says: keep an eye, guest asked for a refund twice keep an eye on the deposit.',
      'staff text',
    ],
    [
      'names in two fields',
      '{"first_name":"Mirabel","age":4,"x":{"y":1},"last_name":"Oakenfold"}',
      'userA name',
    ],
    [
      'names in a definition list',
      '<dl><dt>First name</dt><dd>Mirabel</dd><dt>Age</dt><dd>41</dd><dt>Last name</dt><dd>Oakenfold</dd></dl>',
      'userA name',
    ],
    [
      'names in rows of a table',
      'Surname:\tOakenfold\nCity:\tTansy Vale\nGiven name:\tMirabel',
      'userA name',
    ],
    ['names in cells', '<tr><td>Mirabel</td><td>Oakenfold</td></tr>', 'userA name'],
    [
      'names in cells that are apart',
      '<table><tr><th>First name<th>City<th>Last name<tr><td>Tobias<td>Vale<td>Quill<tr><td>Mirabel<td>Vale<td>Oakenfold</table>',
      'userA name',
    ],
    ['names in columns of a file', 'id,last,city,first\n7,Oakenfold,Tansy Vale,Mirabel\n', 'userA name'],
    ['names in a row of JSON', '{"rows":[[7,"Mirabel","Tansy Vale","Oakenfold"]]}', 'userA name'],
    ['identifier', '/invoices/8D7F4A52-0B1C-4D8E-9B1F-55F1C9A0E771', 'userA id'],
  ])('%s', (_, body, expected) => {
    expect(fieldsIn(search(body))).toContain(expected);
  });

  test('split over the chunks of a stream', () => {
    const chunks = ['Dear Mira', 'bel Oak', 'enfold!'].map(
      (text) => `data: ${JSON.stringify({ choices: [{ delta: { text } }] })}\n\n`,
    );
    const [finding] = search(`${chunks.join('')}data: [DONE]\n\n`).findings;
    expect(finding).toMatchObject({
      owner: 'userA',
      field: 'name',
      disguise: ['stream'],
      where: { path: '$.choices[0].delta.text' },
    });
  });

  test('split over turns', () => {
    const turns = ['first half: mirabel.oaken', 'fold@brindle.test'].map((text) =>
      exhibit(JSON.stringify({ text })),
    );
    expect(oracle.search(turns, userB, []).findings).toMatchObject([
      { field: 'email', disguise: ['turns'], where: { path: '$.text' } },
    ]);
  });

  test('split over turns that are streamed, and over the fields of an event', () => {
    const streamed = (...pieces: readonly string[]): Exhibit =>
      exhibit(`${pieces.map((text) => `data: ${JSON.stringify({ text })}\n\n`).join('')}data: [DONE]\n\n`, {
        type: 'text/event-stream',
      });
    const turns = [
      streamed('the first half: ', 'mirabel.oaken'),
      streamed('fold@brindle.test', ', and so on'),
    ];
    expect(oracle.search(turns, userB, []).findings).toMatchObject([{ field: 'email', disguise: ['turns'] }]);
    const event = `data: {"text":"x"}\n\ndata: {"user":"mirabel.oakenfold","domain":"brindle.test"}\n\n`;
    const email = search(event).findings.filter(({ field }) => field === 'email');
    expect(email).toMatchObject([{ disguise: ['fields'] }]);
  });

  test('in compressed and UTF-16 bodies', () => {
    expect(fieldsIn(search(gzipSync('Mirabel Oakenfold')))).toEqual(['userA name']);
    expect(fieldsIn(search(Buffer.from('Mirabel Oakenfold', 'utf16le')))).toEqual(['userA name']);
  });

  test('with its path, and never with the value', () => {
    const body = JSON.stringify({
      customers: [{ id: 1 }, { contact: { e: 'mirabel.oakenfold@brindle.test' } }],
    });
    const { findings } = search(body);
    expect(findings).toMatchObject([
      { severity: 'high', where: { path: '$.customers[1].contact.e' }, disguise: [] },
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/mirabel|oakenfold/i);
    expect(search(body, nobody).findings).toMatchObject([{ severity: 'critical' }]);
  });

  test('with a path that does not tell it either', () => {
    const { findings } = search(
      JSON.stringify({ people: { 'mirabel.oakenfold@brindle.test': { name: 'Mirabel Oakenfold' } } }),
    );
    expect(findings.map(({ field }) => field)).toEqual(expect.arrayContaining(['name', 'email']));
    expect(JSON.stringify(findings)).not.toMatch(/mirabel|oakenfold/i);
  });

  test('once, however often it is there', () => {
    expect(search('Mirabel Oakenfold '.repeat(500)).findings).toHaveLength(1);
  });
});

describe('the rest of a masked value', () => {
  test.each([
    ['a phone', 'We text your code to ••• •••• 5519', 'userA phone'],
    ['a phone in x', 'phone: xxxx-xxxx-5519.', 'userA phone'],
    ['a reference', 'invoice ***-8841', 'userA number'],
    ['an email', 'sent to m***d@brindle.test', 'userA email'],
    ['an email with more letters', '{"to":"mi******@brindle.test"}', 'userA email'],
  ])('%s is a finding of its own, lower in severity', (_, body, expected) => {
    const found = search(body);
    expect(fieldsIn(found)).toEqual([expected]);
    expect(found.findings).toMatchObject([{ rule: 'partial-value', severity: 'low', disguise: ['masked'] }]);
  });

  test.each([
    ['four digits without a mask', 'order 5519, in 5519 days, 1-5519, # 5519'],
    ['another number', '•••• 5510'],
    ['a mask that is far away', '*** terms apply; call 5519'],
    ['an email that fits two', 's***@brindle.test'],
    ['one at the same host', 'j***@brindle.test'],
    ['code', 'a*b*c**5519; /***8841*/x'],
  ])('%s is none', (_, body) => {
    expect(search(body).findings).toEqual([]);
  });

  test('of one’s own is none', () => {
    const userA: Viewer = { name: 'userA', sees: ['userA'] };
    expect(search('•••• 5519, m***d@brindle.test', userA).findings).toEqual([]);
  });
});

describe('nothing innocent is accused', () => {
  test.each([
    ['own values', 'Tobias Quillfeather tobias@quill.test'],
    ['a value of several owners, one of them the viewer', 'EVENT-5520-KLM'],
    ['public values', 'help@brindle.test'],
    ['names of two people with labels', 'First name: Mirabel\nLast name: Smith\nFirst name: Ann'],
    [
      'names of two people with all their labels',
      'First name: Anna\nLast name: Oakenfold\nFirst name: Mirabel\nLast name: Smith',
    ],
    [
      'names of neighbouring rows',
      '<tr><td>Anna</td><td>Vale</td><td>Oakenfold</td></tr><tr><td>Mirabel</td><td>Vale</td><td>Smith</td></tr>',
    ],
    ['names of neighbouring lines', '7,Mirabel,Vale,Smith\n8,Anna,Vale,Oakenfold\n'],
    [
      'names of neighbouring objects',
      '[{"first_name":"Anna","last_name":"Oakenfold"},{"first_name":"Mirabel","last_name":"Smith"}]',
    ],
    ['same first name', 'Mirabel Smith and Ann Oakenfold'],
    ['within a longer word', 'Mirabel Oakenfoldstein, xMirabel Oakenfold'],
    ['within a longer number', 'order 9915128475519, 2024-015128475519-3, 0151284755190'],
    ['amounts', '€ 12.50'],
    ['another of the same domain', 'someone.else@brindle.test'],
    [
      'random base64',
      Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919 + 13 * i * i) % 251)).toString('base64'),
    ],
  ])('%s', (_, body) => {
    expect(search(body).findings).toEqual([]);
  });

  test('an echo, but what is added to it', () => {
    const question = 'Do you know Mirabel Oakenfold?';
    expect(search('I cannot tell you about Mirabel Oakenfold.', userB, [question]).findings).toEqual([]);
    expect(fieldsIn(search('Mirabel Oakenfold: mirabel.oakenfold@brindle.test', userB, [question]))).toEqual([
      'userA email',
    ]);
    expect(search('Mirabel Oakenfold', userB, [`x=${btoa('Mirabel Oakenfold')}`]).findings).toEqual([]);
  });

  test('a title is shared by many, unless it is a sentence', () => {
    const titles = { a: 'Evening keelboat sail', b: 'How we get the dog aboard in Tansy Vale' };
    const { weak } = createOracle({
      records: Object.entries(titles).map(([kind, title]) => ({ owner: 'userA', kind, fields: { title } })),
      publicValues: [],
      key: 'k',
    });
    expect(weak.map(({ kind }) => kind)).toEqual(['a']);
  });

  test('values that are too weak are said, not searched', () => {
    expect(oracle.weak).toContainEqual({ owner: 'userA', kind: 'invoice', field: 'amount' });
    expect(oracle.weak).toContainEqual({ owner: 'userB', kind: 'profile', field: 'firstName' });
  });
});

describe('a record is shown', () => {
  interface Case {
    readonly what: string;
    readonly bodies: readonly Exhibit['body'][];
    readonly kind?: string;
    readonly said?: readonly string[];
    readonly isShown: boolean;
  }
  test.each<Case>([
    { what: 'of the owner', bodies: ['no', 'INV-77Q2-8841'], isShown: true },
    { what: 'of the kind', bodies: ['INV-77Q2-8841'], kind: 'invoice', isShown: true },
    { what: 'over turns', bodies: ['Mirabel', 'Oakenfold'], kind: 'profile', isShown: true },
    { what: 'but another kind', bodies: ['INV-77Q2-8841'], kind: 'profile', isShown: false },
    { what: 'but another’s', bodies: ['tobias@quill.test'], isShown: false },
    { what: 'but the asker said it', bodies: ['INV-77Q2-8841'], said: ['INV-77Q2-8841?'], isShown: false },
    { what: 'but masked', bodies: ['m******.o********@brindle.test'], isShown: false },
    { what: 'but it cannot be read', bodies: [{ unreadable: 'too large' }], isShown: false },
  ])('$what', ({ bodies, kind, said = [], isShown }) => {
    const exhibits = bodies.map((body) => exhibit(body));
    expect(oracle.shows(exhibits, { owner: 'userA', kind }, said)).toBe(isShown);
  });
});

describe('what cannot be read is never clean', () => {
  test.each([
    [
      'unknown binary',
      Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 73 + 11) % 256)),
      /unknown format/,
    ],
    ['a damaged archive', gzipSync('to be cut off').subarray(0, 20), /damaged gzip/],
    ['a zip bomb', gzipSync(Buffer.alloc(60_000_000)), /unpacks to more than/],
    ['escapes of escapes', escapedTimes('a"b', 9), /escaped more than/],
    ['what the channel gave up on', { unreadable: 'evicted' }, /evicted/],
  ])('%s', (_, body, why) => {
    const found = search(body);
    expect(found.findings).toEqual([]);
    expect(found.unreadable.map((one) => one.why).join()).toMatch(why);
  });

  test.each([
    ['backslashes', '\\'.repeat(1_000_000)],
    ['percent signs', `%${'25'.repeat(500_000)}41`],
    ['ampersands', `&${'amp;'.repeat(250_000)}lt;`],
  ])('a million nested escapes of %s are told of, soon', (_, body) => {
    const started = process.cpuUsage();
    const found = search(body);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(10_000);
    expect(found.unreadable.map((one) => one.why).join()).toMatch(/escaped more than/);
  });

  test('pictures are counted, not read', () => {
    const { unreadable, searched } = search(Buffer.from('89504e470d0a1a0a0000000d', 'hex'));
    expect({ unreadable, searched }).toEqual({ unreadable: [], searched: { 'response-body (not text)': 1 } });
  });

  test('a body of 50 MB ends, is searched as far as it goes, and is not called clean', () => {
    const brief = createOracle({
      records,
      publicValues: [],
      key: 'k',
      limits: { ...usualLimits, characters: 4_000_000 },
    });
    const body = `Mirabel Oakenfold ${'lorem ipsum "dolor" \\n 12345678 '.repeat(1_600_000)}`;
    const started = process.cpuUsage();
    const found = brief.search([exhibit(body)], userB, []);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(80_000);
    expect(fieldsIn(found)).toEqual(['userA name']);
    expect(found.unreadable).not.toEqual([]);
  }, 90_000);

  test.each([
    ['escapes', '\\u005c'.repeat(200_000)],
    ['open tags', '<a'.repeat(200_000)],
    ['open brackets', '['.repeat(1_000_000)],
    ['ampersands', '&'.repeat(1_000_000)],
    ['percents', '%25'.repeat(300_000)],
    ['base64 letters', 'QUFB'.repeat(500_000)],
    ['quotes', '{"'.repeat(300_000)],
  ])(
    'a hostile million of %s ends soon',
    (_, body) => {
      const started = process.cpuUsage();
      search(body);
      expect(process.cpuUsage(started).user / 1000).toBeLessThan(40_000);
    },
    60_000,
  );

  test.each([
    ['prose', 'lorem ipsum dolor sit amet '],
    ['escapes', '\\u005cu005c'],
    ['numbers', '77, 105, 114, '],
    ['hexadecimal digits', '4d69726162656c20'],
    ['base64 over lines', `${'TWlyYWJlbCBP'.repeat(6)}\n`],
    ['capitals', 'MFRGGZDFMZTWQ2LK '],
    ['dots and dashes', '.- -... '],
    ['single signs', 'Q W 5 u '],
    ['words for letters', 'mike india romeo alpha bravo '],
    ['equals signs', '=4D=69=72'],
    ['look-alikes', 'Мирабел\u200b '],
    ['entities', '&#77;&#105;'],
    ['tags', '<b>M</b>'],
    ['objects', '{"a":{"b":["c","d"]}},'],
    ['events', 'data: {"a":"b"}\n\n'],
  ])(
    'twelve million signs of %s end when the time is up',
    (_, piece) => {
      const hasty = createOracle({
        records,
        publicValues: [],
        key: 'k',
        limits: { ...usualLimits, time: 200 },
      });
      const chunk = piece.repeat(Math.ceil(40_000 / piece.length));
      const body = Array.from({ length: 300 }, (__, index) => `${chunk}${index}`).join('\n');
      const started = process.cpuUsage();
      const { unreadable } = hasty.search([exhibit(body)], userB, []);
      expect(process.cpuUsage(started).user / 1000).toBeLessThan(40_000);
      expect(unreadable.map(({ why }) => why).join()).toMatch(/takes longer|unfolds into too much/);
    },
    60_000,
  );
});

function escapedTimes(text: string, times: number): string {
  return times === 0 ? text : escapedTimes(JSON.stringify(text), times - 1);
}
