import anyAscii from 'any-ascii';
import { packedText } from './pack';
import type { Value } from './value';

/** One packed text under which a value may show up, and which disguises that stands for. */
export interface Key {
  readonly packed: string;
  readonly disguise: readonly string[];
  /** It is only a part of the value (a sentence of a note): no key of anybody's when two owners have it. */
  readonly isPart?: boolean;
}

const fewestLetters = 7;
const fewestDigits = 8;
const fewestLettersOfSentence = 32;

/** All packed spellings of a value as it is: the plainest first. */
export function spellings(value: Pick<Value, 'text' | 'sort'>): readonly string[] {
  const forms = [value.text, ...otherForms(value)];
  const packed = forms.flatMap((form) => [packedText(form, 'sound'), packedText(form, 'look')]);
  return [...new Set(packed)].filter(isLongEnough);
}

function isLongEnough(packed: string): boolean {
  return packed.length >= (/^\d+$/.test(packed) ? fewestDigits : fewestLetters);
}

function otherForms(value: Pick<Value, 'text' | 'sort'>): readonly string[] {
  switch (value.sort) {
    case 'email':
      return [
        value.text.replace('@', ' at '),
        value.text.replace('@', ' at ').replaceAll('.', ' dot '),
        value.text.replaceAll('.', ' dot '),
      ];
    case 'phone':
      return phoneForms(value.text);
    case 'name':
      return [...turned(value.text), ...native(value.text)];
    case 'text':
      return native(value.text);
    case 'reference':
    case 'number':
      return [];
  }
}

/** Surname first; and without the names in the middle. */
function turned(name: string): readonly string[] {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1);
  const first = words[0];
  if (last === undefined || first === undefined || words.length < 2) return [];
  const rest = words.slice(0, -1).join(' ');
  return words.length === 2
    ? [`${last} ${rest}`]
    : [`${last} ${rest}`, `${first} ${last}`, `${last} ${first}`];
}

const nativeSpellings: readonly (readonly [RegExp, string])[] = [
  [/ä|æ/g, 'ae'],
  [/ö|ø|œ/g, 'oe'],
  [/ü/g, 'ue'],
  [/å/g, 'aa'],
  [/Ä|Æ/g, 'Ae'],
  [/Ö|Ø/g, 'Oe'],
  [/Ü/g, 'Ue'],
  [/Å/g, 'Aa'],
];

/** `Müller` is also written Mueller, and Mueller also Müller (which is read as Muller). */
function native(text: string): readonly string[] {
  const spread = nativeSpellings.reduce((form, [from, to]) => form.replace(from, to), text.normalize('NFC'));
  const drawn = text.replace(/([aou])e/gi, '$1');
  return [spread, drawn].filter((form) => form !== text);
}

/** Country calling codes that are shorter than three digits; all others have three. */
const shortCallingCodes = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** With and without the country, as it is dialled at home and from abroad. */
function phoneForms(text: string): readonly string[] {
  const digits = text.replace(/\(0\)/, '').replace(/\D/g, '');
  const isInternational = /^\s*(\+|00)/.test(text);
  if (!isInternational) return [digits, digits.replace(/^0/, '')];
  const full = digits.replace(/^00/, '');
  const code = shortCallingCodes.exec(full)?.[0] ?? full.slice(0, 3);
  const national = full.slice(code.length);
  return [full, `00${full}`, national, `0${national}`, `${code}0${national}`];
}

/** Longer texts are quoted in part: each long sentence stands for the whole, and so does the beginning. */
function sentences(text: string): readonly string[] {
  const parts = text.split(/(?<=[.!?])\s+|\n+/);
  const beginning = text.split(/\s+/).slice(0, 8).join(' ');
  return [...(parts.length > 1 ? parts : []), beginning].filter(
    (part) => part !== text && packedText(part, 'sound').length >= fewestLettersOfSentence,
  );
}

function reversed(packed: string): string {
  let result = '';
  for (let index = packed.length - 1; index >= 0; index--) result += packed[index] ?? '';
  return result;
}

function rot13(packed: string): string {
  return packed.replace(/[a-z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97),
  );
}

function atbash(packed: string): string {
  return packed.replace(/[a-z]/g, (letter) => String.fromCharCode(219 - letter.charCodeAt(0)));
}

/** A text and its mirror images: what a reader could undo without knowing a secret. */
export function mirrored(text: string): readonly Key[] {
  const turnedAlphabet = rot13(text);
  return [
    { packed: text, disguise: [] },
    { packed: reversed(text), disguise: ['reversed'] },
    { packed: turnedAlphabet, disguise: ['rot13'] },
    { packed: reversed(turnedAlphabet), disguise: ['rot13', 'reversed'] },
    { packed: atbash(text), disguise: ['atbash'] },
  ];
}

function partKeys({ text, sort }: Pick<Value, 'text' | 'sort'>): readonly Key[] {
  if (sort !== 'text') return [];
  const parts = sentences(text).flatMap((part) => mirrored(packedText(part, 'sound')));
  return parts.map((key) => ({ ...key, isPart: true }));
}

/** More of them in one reference would make too many keys. */
const mostLines = 3;

/** Small l and capital I are one stroke, and so are the signs of other scripts for both: who draws one may mean the other. */
function otherLines({ sort }: Pick<Value, 'text' | 'sort'>, packed: string): readonly Key[] {
  if (sort !== 'reference' || (packed.match(/[il]/g) ?? []).length > mostLines) return [];
  const drawn = Array.from(packed).reduce<readonly string[]>(
    (forms, letter) =>
      forms.flatMap((form) => (/[il]/.test(letter) ? [`${form}i`, `${form}l`] : [form + letter])),
    [''],
  );
  return drawn.filter((form) => form !== packed).map((form) => ({ packed: form, disguise: ['look-alikes'] }));
}

/** All keys of a value: its spellings, their mirror images, and those of letters that are not rotated (`ü`, `ß`). */
export function plainKeys(value: Pick<Value, 'text' | 'sort'>): readonly Key[] {
  const unrotated = /^[\x00-\x7f]*$/.test(value.text) ? [] : mirrored(value.text.toLowerCase());
  return [
    ...spellings(value).flatMap(mirrored),
    ...spellings(value).flatMap((packed) => otherLines(value, packed)),
    ...partKeys(value),
    ...unrotated.map(({ packed, disguise }) => ({ packed: packedText(packed, 'sound'), disguise })),
  ].filter(({ packed }) => isLongEnough(packed));
}

const fewestLettersOfLeet = 9;

/** Spellings by look-alike class, for what is written in words: names, addresses, emails, notes; never ids. */
export function leetKeys(value: Pick<Value, 'text' | 'sort'>): readonly Key[] {
  if (value.sort === 'phone' || value.sort === 'number' || value.sort === 'reference') return [];
  const forms = [value.text, ...otherForms(value)];
  const written = forms.flatMap((form) => [anyAscii(form).toLowerCase(), packedText(form, 'sound')]);
  return [...new Set(written)]
    .flatMap(mirrored)
    .map(({ packed, disguise }) => ({ packed: packedText(packed, 'leet'), disguise }))
    .filter(({ packed }) => packed.length >= fewestLettersOfLeet && /[a-z]/.test(packed));
}
