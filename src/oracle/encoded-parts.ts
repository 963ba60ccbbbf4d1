import { apart, copyInto, createWeave, putInto, wovenIfAny, type Derived, type Weave } from './text';

/** Shorter parts hold no key: base64 takes ten signs for seven letters, digits alone take more. */
const shortest = 10;
const shortestOfDigits = 16;

/** Kinds of sign, as bits. */
const blank = 0;
const small = 1;
const capital = 2;
const digit = 4;
const escape = 8;
const sign = 16;
const kindOfCode = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  if (/[a-z]/.test(letter)) return small;
  if (/[A-Z]/.test(letter)) return capital;
  if (/[0-9]/.test(letter)) return digit;
  if (/[\\%&]/.test(letter)) return escape;
  return /[+/=#@_.-]/.test(letter) ? sign : blank;
});

/**
 * The parts of a text that could be an encoding, whichever way round: tokens with many digits, with escapes, or with
 * capitals where no word begins, and lists of such. Of ordinary prose and code little is left.
 */
export function encodedParts(text: string): Derived | null {
  const weave = createWeave();
  let start = -1;
  let end = 0;
  for (let index = 0; index < text.length; index++) {
    if (kindAt(text, index) === blank) {
      if (start < 0 || text.charCodeAt(index) < 128) continue;
      keep(weave, text, start, end);
      start = -1;
      continue;
    }
    const token = index;
    index = endOfToken(text, index);
    if (looksEncoded(text, token, index)) {
      if (start < 0) start = token;
      end = index;
    } else if (start >= 0) {
      keep(weave, text, start, end);
      start = -1;
    }
  }
  if (start >= 0) keep(weave, text, start, end);
  return wovenIfAny(weave);
}

function kindAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code === 46 && !/[ ./-]/.test(text[index + 1] ?? '')) return blank;
  return code < 128 ? (kindOfCode[code] ?? blank) : blank;
}

function endOfToken(text: string, start: number): number {
  let end = start + 1;
  while (kindAt(text, end) !== blank) end++;
  return end;
}

const digitsOnly = /^[\d\W]*$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function keep(weave: Weave, text: string, start: number, end: number): void {
  if (end - start < shortest) return;
  const part = text.slice(start, end);
  if (part.length < shortestOfDigits && digitsOnly.test(part)) return;
  if (part.length === 36 && uuid.test(part)) return;
  copyInto(weave, text, start, end);
  putInto(weave, apart, end);
}

/** Of letters alone: more capitals within than words have that were joined. */
function looksEncoded(text: string, start: number, end: number): boolean {
  let seen = 0;
  let digits = 0;
  let turns = 0;
  let last = blank;
  let isAfterCapital = false;
  for (let index = start; index < end; index++) {
    const kind = kindAt(text, index);
    seen |= kind;
    if (kind === digit) digits++;
    if (kind > digit) continue;
    if (kind !== last && kind !== small && last !== blank) turns++;
    if (kind === small && last === capital && isAfterCapital) turns++;
    isAfterCapital = kind === capital && last === capital;
    last = kind;
  }
  const length = end - start;
  if ((seen & escape) !== 0 || digits * 6 >= length) return true;
  if (turns > 2 && turns * 6 >= length) return true;
  return seen === sign || ((seen & small) === 0 && length >= shortest);
}
