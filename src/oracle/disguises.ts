import { deflateSync, gzipSync } from 'node:zlib';
import { alphabetWords, digitWords } from './views/sign-words';

/** A way to hide a value that a reader can undo. The oracle promises to see through each of these. */
export interface Disguise {
  readonly name: string;
  readonly hide: (value: string) => string;
  /** Where it says nothing: number words hide digits only. */
  readonly fits?: (value: string) => boolean;
}

const each = (value: string, hide: (sign: string) => string, glue = ''): string =>
  Array.from(value, hide).join(glue);
const bytesOf = (value: string): readonly number[] => [...Buffer.from(value)];
const codeOf = (sign: string): number => sign.codePointAt(0) ?? 0;
const reversed = (value: string): string => Array.from(value).toReversed().join('');
const hexByte = (byte: number): string => byte.toString(16).padStart(2, '0');
const hexUnit = (sign: string): string =>
  Array.from(
    { length: sign.length },
    (_, index) => `\\u${sign.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
const isAscii = (value: string): boolean => /^[\x00-\x7f]*$/.test(value);

const shifted = (value: string, capital: number, small: number, digit: number): string =>
  value.replace(/[A-Za-z0-9]/g, (sign) => {
    const code = codeOf(sign);
    if (sign >= 'a') return String.fromCodePoint(small + code - 97);
    if (sign >= 'A') return String.fromCodePoint(capital + code - 65);
    return String.fromCodePoint(digit + code - 48);
  });
const rotated = (value: string): string =>
  value.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((codeOf(letter) - base + 13) % 26) + base);
  });
const swapped = (value: string, from: string, to: string): string =>
  each(value, (sign) => to[from.indexOf(sign)] ?? sign);
const spoken = (value: string): string =>
  each(
    value.toLowerCase(),
    (sign) => {
      if (/[a-z]/.test(sign)) return alphabetWords[codeOf(sign) - 97] ?? sign;
      if (/\d/.test(sign)) return digitWords[Number(sign)] ?? sign;
      return sign === '@' ? 'at' : sign === '.' ? 'dot' : sign;
    },
    ' ',
  );
const base32 = (value: string): string => {
  const bits = bytesOf(value)
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups
    .map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(group.padEnd(5, '0'), 2)])
    .join('');
};

/** What only rewrites the spelling: it survives on any kind of value. */
const spellings: readonly Disguise[] = [
  { name: 'plain', hide: (value) => value },
  { name: 'capitals', hide: (value) => value.toUpperCase() },
  { name: 'small letters', hide: (value) => value.toLowerCase() },
  { name: 'more spaces', hide: (value) => value.replaceAll(' ', '   \n ') },
  { name: 'no spaces', hide: (value) => value.replace(/[\s-]/g, '') },
  { name: 'dots for spaces', hide: (value) => value.replace(/\s/g, '.') },
  { name: 'spelled with spaces', hide: (value) => each(value, (sign) => sign, ' ') },
  { name: 'spelled with hyphens', hide: (value) => each(value, (sign) => sign, '-') },
  { name: 'one letter a line', hide: (value) => each(value, (sign) => sign, '\n') },
  { name: 'zero-width', hide: (value) => each(value, (sign) => sign, '\u200b') },
  { name: 'soft hyphens', hide: (value) => each(value, (sign) => sign, '\u00ad') },
  { name: 'word joiners', hide: (value) => each(value, (sign) => sign, '\u2060') },
  { name: 'stacked marks', hide: (value) => each(value, (sign) => `${sign}\u0336\u0301`) },
  {
    name: 'full width',
    hide: (value) => value.replace(/[!-~]/g, (sign) => String.fromCharCode(codeOf(sign) + 0xfee0)),
  },
  { name: 'bold', hide: (value) => shifted(value, 0x1d400, 0x1d41a, 0x1d7ce) },
  { name: 'script', hide: (value) => shifted(value, 0x1d4d0, 0x1d4ea, 0x1d7ce) },
  { name: 'monospace', hide: (value) => shifted(value, 0x1d670, 0x1d68a, 0x1d7f6) },
  { name: 'circled', hide: (value) => shifted(value, 0x24b6, 0x24d0, 48) },
  { name: 'squared', hide: (value) => shifted(value.toUpperCase(), 0x1f130, 0, 48) },
  {
    name: 'Cyrillic look-alikes',
    hide: (value) => swapped(value, 'aceopxyiABCEHKMOPTX', 'асеорхуіАВСЕНКМОРТХ'),
  },
  { name: 'Greek look-alikes', hide: (value) => swapped(value, 'ovABEHIKMNOPTXZ', 'ονΑΒΕΗΙΚΜΝΟΡΤΧΖ') },
  { name: 'tags between letters', hide: (value) => each(value, (sign) => `<span class="c">${sign}</span>`) },
  { name: 'comments between letters', hide: (value) => each(value, (sign) => sign, '<!-- -->') },
  { name: 'reversed', hide: reversed },
  { name: 'turned by a control', hide: (value) => `\u202e${reversed(value)}\u202c` },
  { name: 'rot13', hide: rotated },
  {
    name: 'atbash',
    hide: (value) =>
      value.replace(/[a-z]/gi, (letter) => String.fromCharCode((letter <= 'Z' ? 155 : 219) - codeOf(letter))),
  },
];

/** What turns it into a code. These can be put on top of each other. */
export const encodings: readonly Disguise[] = [
  { name: 'JSON escapes', hide: (value) => each(value, hexUnit) },
  { name: 'JSON in JSON', hide: (value) => JSON.stringify({ a: JSON.stringify({ b: `x\n${value}` }) }) },
  {
    name: 'script escapes',
    hide: (value) =>
      bytesOf(value)
        .map((byte) => `\\x${hexByte(byte)}`)
        .join(''),
    fits: isAscii,
  },
  { name: 'code point escapes', hide: (value) => each(value, (sign) => `\\u{${codeOf(sign).toString(16)}}`) },
  {
    name: 'octal escapes',
    hide: (value) =>
      bytesOf(value)
        .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
        .join(''),
    fits: isAscii,
  },
  { name: 'decimal entities', hide: (value) => each(value, (sign) => `&#${codeOf(sign)};`) },
  { name: 'hex entities', hide: (value) => each(value, (sign) => `&#x${codeOf(sign).toString(16)};`) },
  { name: 'URL', hide: encodeURIComponent },
  {
    name: 'URL, every sign',
    hide: (value) =>
      bytesOf(value)
        .map((byte) => `%${hexByte(byte).toUpperCase()}`)
        .join(''),
  },
  {
    name: 'URL twice',
    hide: (value) =>
      encodeURIComponent(
        bytesOf(value)
          .map((byte) => `%${hexByte(byte)}`)
          .join(''),
      ),
  },
  { name: 'old URL', hide: (value) => each(value, (sign) => `%u${hexUnit(sign).slice(2, 6)}`) },
  {
    name: 'quoted-printable',
    hide: (value) =>
      bytesOf(value)
        .map((byte) => `=${hexByte(byte).toUpperCase()}`)
        .join(''),
  },
  { name: 'CSS escapes', hide: (value) => each(value, (sign) => `\\${codeOf(sign).toString(16)} `) },
  { name: 'base64', hide: (value) => Buffer.from(value).toString('base64') },
  { name: 'base64url', hide: (value) => Buffer.from(value).toString('base64url') },
  { name: 'base64 of more', hide: (value) => Buffer.from(`{"id":7,"v":"${value}"}`).toString('base64') },
  {
    name: 'base64 of UTF-16',
    hide: (value) => Buffer.from(value, 'utf16le').toString('base64'),
    fits: isAscii,
  },
  { name: 'base64 of gzip', hide: (value) => gzipSync(value).toString('base64') },
  { name: 'base64 of zlib', hide: (value) => deflateSync(value).toString('base64') },
  { name: 'base32', hide: base32 },
  { name: 'hex', hide: (value) => Buffer.from(value).toString('hex') },
  { name: 'hex in capitals', hide: (value) => Buffer.from(value).toString('hex').toUpperCase() },
  { name: 'hex dump', hide: (value) => bytesOf(value).map(hexByte).join(' ') },
  {
    name: 'hex list',
    hide: (value) =>
      bytesOf(value)
        .map((byte) => `0x${hexByte(byte)}`)
        .join(', '),
  },
  { name: 'hex of gzip', hide: (value) => gzipSync(value).toString('hex') },
  { name: 'character codes', hide: (value) => each(value, (sign) => String(codeOf(sign)), ', ') },
  { name: 'character codes, spaced', hide: (value) => each(value, (sign) => String(codeOf(sign)), ' ') },
  {
    name: 'octal codes',
    hide: (value) => each(value, (sign) => codeOf(sign).toString(8), ' '),
    fits: isAscii,
  },
  {
    name: 'binary',
    hide: (value) =>
      bytesOf(value)
        .map((byte) => byte.toString(2).padStart(8, '0'))
        .join(' '),
    fits: isAscii,
  },
  {
    name: 'rot47',
    hide: (value) =>
      value.replace(/[!-~]/g, (sign) => String.fromCharCode(((codeOf(sign) - 33 + 47) % 94) + 33)),
  },
  {
    name: 'tag characters',
    hide: (value) => each(value, (sign) => String.fromCodePoint(0xe0000 + codeOf(sign))),
    fits: isAscii,
  },
];

const isSpeakable = (value: string): boolean => isAscii(value) && value.length <= 60;

/** What is said aloud, and what suits some values only. */
const speeches: readonly Disguise[] = [
  { name: 'spelling alphabet', hide: spoken, fits: isSpeakable },
  {
    name: 'as in Alpha',
    hide: (value) =>
      each(value.replace(/[^a-z]/gi, ''), (letter) => `${letter} as in ${spoken(letter)}`, ', '),
    fits: (value) => /^[a-z ]+$/i.test(value) && value.length < 60,
  },
  {
    name: 'number words',
    hide: (value) => spoken(value.replace(/\D/g, '')),
    fits: (value) => /^[\d +()/.-]+$/.test(value),
  },
  {
    name: 'leet',
    hide: (value) => swapped(value, 'aeiostAEIOST', '431057431057'),
    fits: (value) => isAscii(value) && value.replace(/[^a-z]/gi, '').length >= 9 && !/\d/.test(value),
  },
  {
    name: 'at and dot',
    hide: (value) => value.replace('@', ' [at] ').replaceAll('.', ' (dot) '),
    fits: (value) => value.includes('@'),
  },
  {
    name: 'columns of a table',
    hide: (value) => `<table><tr><td>${value.replace(' ', '</td><td>n/a</td><td>')}</td></tr></table>`,
    fits: (value) => /^\p{L}+ \p{L}+$/u.test(value),
  },
  {
    name: 'columns of Markdown',
    hide: (value) => `\n| 12 | ${value.replace(' ', ' | n/a | ')} |\n`,
    fits: (value) => /^\p{L}+ \p{L}+$/u.test(value),
  },
  {
    name: 'columns of CSV',
    hide: (value) => `\n12,${value.replace(' ', ',n/a,')}\n`,
    fits: (value) => /^\p{L}+ \p{L}+$/u.test(value),
  },
  {
    name: 'surname first',
    hide: (value) => value.replace(/^(\S+) (\S+)$/, '$2, $1'),
    fits: (value) => /^\p{L}+ \p{L}+$/u.test(value),
  },
];

/** All of them. */
export const disguises: readonly Disguise[] = [...spellings, ...encodings, ...speeches];
