import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { packedText } from '../pack';
import type { View } from '../text';
import { base32 } from './base32';
import { base64 } from './base64';
import { codes } from './codes';
import { columns } from './columns';
import { hex } from './hex';
import { labelledNames } from './labelled-names';
import { reversed, rot13, rot47 } from './mirrors';
import { morse } from './morse';
import { plainLetters } from './plain-letters';
import { quotedPrintable } from './quoted-printable';
import { spelled } from './spelled';
import { unescape, unescapedNear } from './unescape';
import { withoutTags, withoutTagsNear } from './without-tags';
import { words } from './words';

/**
 * What a view makes of a text. `says` is some of what it gives, and `at` what the text has where that came from:
 * a decoder leads back to the beginning of what it decoded, a view that keeps signs to the very sign.
 */
interface Line {
  readonly what: string;
  readonly text: string;
  readonly says: string;
  readonly at: string;
}

const line = (what: string, text: string, says: string, at: string): Line => ({ what, text, says, at });
const name = 'Mirabel Oakenfold';
const bytes = Buffer.from(name);

const sayings: readonly (readonly [View, readonly Line[]])[] = [
  [
    base64,
    [
      line('a run', `x: ${btoa(name)} .`, name, 'TWly'),
      line('without its first sign', `x: Z${btoa(name)}`, name, 'ZTWly'),
      line('after a path', `/u/${btoa(name)}`, name, '/u/TWly'),
      line('of UTF-16', Buffer.from(name, 'utf16le').toString('base64'), name, 'TQBp'),
      line('of gzip', `= ${gzipSync(name).toString('base64')}`, name, 'H4sI'),
      line('over lines', btoa(name.repeat(9)).replace(/.{76}/g, '$&\r\n'), name.repeat(9), 'TWly'),
    ],
  ],
  [base32, [line('a run', `x: ${'JVUXEYLCMVWCAT3BNNSW4ZTPNRSA'} .`, name, 'JVUX')]],
  [
    hex,
    [
      line('a run', `x: ${bytes.toString('hex')} .`, name, '4d69'),
      line('a dump', Array.from(bytes, (byte) => byte.toString(16)).join(' '), name, '4d 69'),
      line('a list', Array.from(bytes, (byte) => `0x${byte.toString(16)}`).join(', '), name, '0x4d'),
      line('behind one digit too many', `x: 7${bytes.toString('hex')}`, name, '74d69'),
    ],
  ],
  [
    codes,
    [
      line('decimal', `x: ${[...bytes].join(', ')}`, name, '77, 105'),
      line('octal', Array.from(bytes, (byte) => byte.toString(8)).join(' '), name, '115 151'),
      line('binary', Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join(' '), name, '0100'),
      line('places in the alphabet', 'x: 13-9-18-1-2-5-12', 'mirabel', '13-9'),
    ],
  ],
  [
    words,
    [
      line('radio', 'say Mike India Romeo Alfa Bravo Echo Lima.', 'mirabel', 'Mike'),
      line('digits of another language', 'ist eins zwei drei vier fuenf sechs', '123456', 'eins'),
      line(
        'with letters',
        'M as in Mike, I as in India, R as in Romeo, A as in Alfa, B as in Bravo',
        'mirab',
        'Mike',
      ),
    ],
  ],
  [morse, [line('dots', 'x: -- .. .-. .- -... . .-..', 'mirabel', '-- ..')]],
  [quotedPrintable, [line('an address', 'To: mira=2Ebel=40brindle=2Etest', 'mira.bel@brindle.test', '=2E')]],
  [spelled, [line('an encoding', 'x: T W l y Y W J l b C A =', 'TWlyYWJlbCA=', 'T W')]],
  [
    plainLetters,
    [
      line('full width', 'x: Ｍｉｒａｂｅｌ', 'Mirabel', 'Ｍ'),
      line('in between, nothing to be seen', 'TW\u200blyYWJl', 'TWlyYWJl', 'TW'),
    ],
  ],
  [
    labelledNames,
    [
      line('a form', 'First name: Mirabel\nCity: Vale\nLast name: Oakenfold', name, 'First'),
      line('surname first', 'Surname:\tOakenfold\nCity:\tVale\nGiven name:\tMirabel', name, 'Surname'),
      line('on one line', 'Vorname: Mirabel Ort: Vale Nachname: Oakenfold', 'Oakenfold', 'Vorname'),
      line('each on a line of its own', 'Prénom\nMirabel\nNom de famille\nOakenfold', name, 'Prénom'),
    ],
  ],
  [
    columns,
    [
      line('a table', '<tr><td>Mirabel<td>Vale<td>Oakenfold</tr>', name, 'Mirabel'),
      line('divisions', '<div role="row"><p>Mirabel</p><p>Vale</p><p>Oakenfold</p></div>', name, 'Mirabel'),
      line('a definition list', '<dl><dt>A<dd>Mirabel<dt>B<dd>Oakenfold</dl>', name, 'Mirabel'),
      line('Markdown', '| 7 | Mirabel | Vale | **Oakenfold** |', name, 'Mirabel'),
      line('CSV', 'id,first,city,last\n7,"Mirabel",Vale,"Oakenfold"', name, '"Mirabel'),
      line('tabs', 'Mirabel\tVale\t12\tOakenfold', name, 'Mirabel'),
      line('a row of JSON', '{"rows":[["Mirabel","Vale","Oakenfold"]]}', name, '"Mirabel'),
      line('a number', '<li><b>+49 151</b><p>Vale</p><p>28475519</p></li>', '+49 151 28475519', '+49'),
      line('a wide row', `${'a;'.repeat(30)}Mirabel;x;Oakenfold`, name, 'Mirabel'),
      line('people as columns', 'First name\tTobias\tMirabel\nLast name\tQuill\tOakenfold', name, 'Mirabel'),
    ],
  ],
  [
    unescape,
    [
      line('JSON', String.raw`x \u004d\u0069rabel`, 'Mirabel', String.raw`\u004d`),
      line('entities', 'x &#77;&#x69;rabel', 'Mirabel', '&#77;'),
      line('URL', 'x %4D%69rabel', 'Mirabel', '%4D'),
      line('style sheets', String.raw`x \4d \69 \72 \61 bel`, 'Mirabel', String.raw`\4d`),
      line('what stands behind an escape', 'a%20Mirabel', 'Mirabel', 'Mirabel'),
    ],
  ],
  [
    withoutTags,
    [
      line('letters in tags', '<b>M</b><i>irabel</i>', 'Mirabel', 'M</b>'),
      line('blocks', '<p>Mirabel</p><p>Oakenfold</p>', 'Mirabel\n\nOakenfold', 'Mirabel'),
      line('a letter a row', '<tr><td>M</td></tr><tr><td>i</td></tr>', 'M\n\n\n\ni', 'M<'),
    ],
  ],
  [reversed, [line('from its end', 'x dlofnekaO', 'Oakenfold', 'O')]],
  [rot13, [line('half an alphabet on', 'x Zvenory', 'Mirabel', 'Zvenory')]],
  [rot47, [line('half of all signs on', 'x |:C236=', 'Mirabel', '|:C')]],
];

describe.each(sayings.map(([view, lines]) => [view.name, view, lines] as const))('%s', (_, view, lines) => {
  test.each(lines)('$what', ({ text, says, at }) => {
    const derived = view.read(text);
    expect(derived?.text).toContain(says);
    const begins = derived?.text.indexOf(says) ?? -1;
    expect(text.slice(derived?.from(begins))).toSatisfy((rest: string) => rest.startsWith(at));
  });
});

const ordinary = 'The harbour is quiet today, and Mirabel sails at 10:30 with 4 guests (see page 12).';

describe('nothing to say', () => {
  const silent: readonly (readonly [View, readonly string[]])[] = [
    [base64, [ordinary, 'internationalisation', 'TWly', 'ABCDEFGHIJKLMNOP'.toLowerCase()]],
    [base32, [ordinary, 'JVUXEYL', bytes.toString('base64')]],
    [hex, [ordinary, '4d69', 'deadbeefdeadbeef', '2026-11-23 10:30:00']],
    [codes, [ordinary, '1, 2, 3', '31 30 29 28 27 31 30']],
    [words, [ordinary, 'Mike and Romeo dance the tango', 'one two three']],
    [morse, [ordinary, '...', '- one\n- two\n- three']],
    [quotedPrintable, [ordinary, 'a=40', 'x=1&y=2&z=3']],
    [spelled, [ordinary, 'a b c', 'if a is b or c']],
    [plainLetters, [ordinary, 'Jürgen Weißmüller', 'naïve café']],
    [
      labelledNames,
      [
        ordinary,
        'First name: Mirabel',
        'First name: Anna\nFirst name: Mirabel',
        `First name: Mirabel ${'.'.repeat(400)} Last name: Oakenfold`,
      ],
    ],
    [
      columns,
      [
        ordinary,
        'Mirabel, Oakenfold',
        'const a = [b, c, d], e = f(g, h, i);',
        '<tr><td>Mirabel</td></tr><tr><td>Vale</td></tr><tr><td>Oakenfold</td></tr>',
        'Mirabel\tVale\nBristol\tOakenfold',
      ],
    ],
    [unescape, [ordinary, '100 % & more', 'a\\']],
    [withoutTags, [ordinary, 'a < b > c', 'x <3']],
  ];
  test.each(silent.flatMap(([view, texts]) => texts.map((text) => [view.name, text, view] as const)))(
    '%s: %s',
    (_, text, view) => {
      expect(view.read(text)).toBeNull();
    },
  );
});

/** Rows stay rows: what is joined or stands next to each other is of one person. */
describe('two rows', () => {
  test.each([
    ['HTML', '<tr><td>Anna<td>Vale<td>Quill<tr><td>Mirabel<td>Vale<td>Oakenfold</table>'],
    ['Markdown', '| Anna | Vale | Quill |\n| Mirabel | Vale | Oakenfold |'],
    ['CSV', 'Anna,Vale,Quill\nMirabel,Vale,Oakenfold'],
    ['JSON', '[["Anna","Vale","Quill"],["Mirabel","Vale","Oakenfold"]]'],
  ])('of %s are not mixed', (_, text) => {
    const said = packedText(columns.read(text)?.text ?? '', 'sound');
    expect(said).toMatch(/annaquill.+mirabeloakenfold/);
    expect(said).not.toMatch(/annaoakenfold|oakenfoldanna|quillmirabel|mirabelquill/);
  });

  test('under labels are of the same people only where they have equally many', () => {
    const text = 'First name\tMirabel\nLast name\tQuill\tOakenfold';
    expect(columns.read(text)?.text).not.toContain('Mirabel');
  });

  test('of a table end where they end, also without their tags', () => {
    const text = '<tr><td>Vale</td><td>Mirabel</td></tr><tr><td>Oakenfold</td><td>Vale</td></tr>';
    expect(withoutTags.read(text)?.text).not.toMatch(/Mirabel\s+Oakenfold/);
  });

  test('of labels belong to two people', () => {
    const text = 'First name: Anna\nLast name: Oakenfold\nFirst name: Mirabel\nLast name: Quill';
    const said = labelledNames.read(text)?.text;
    expect(said).toMatch(/Anna Oakenfold[^]*Mirabel Quill/);
    expect(said).not.toMatch(/Mirabel Oakenfold|Oakenfold\s+Mirabel/);
  });
});

test('what is far from an escape or a tag is left out, and the way back still right', () => {
  const far = 'harbour '.repeat(100);
  for (const [near, text] of [
    [unescapedNear, `${far} Mira%62el ${far}`],
    [withoutTagsNear, `${far} Mira<b>b</b>el ${far}`],
  ] as const) {
    const derived = near(text, 40);
    expect(derived?.text.length).toBeLessThan(300);
    expect(text.slice(derived?.from(derived.text.indexOf('Mirabel')))).toMatch(/^Mira/);
  }
});

test.each([
  String.raw`/\d+\s*[\w]/`,
  String.raw`"[2-9]\\d{5}"`,
  String.raw`\(a\)\$`,
  String.raw`say \"Anna\"`,
])('escapes that say nothing new are no reason to read again: %s', (text) =>
  expect(unescapedNear(text, 40)).toBeNull(),
);

test.each([
  [String.raw`Q\+3\/dw==`, 'Q+3/dw=='],
  [String.raw`Mira\nbel`, 'Mira\nbel'],
  [String.raw`\\u0041nna`, String.raw`\u0041nna`],
])('others are: %s', (text, plain) => expect(unescapedNear(text, 40)?.text).toBe(plain));
