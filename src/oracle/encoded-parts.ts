import { apart, createWeave, type Derived, type Weave } from './text';

/** Shorter parts hold no key. */
const shortest = 10;

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
  return /[\s"'`<>()[\]{},]/.test(letter) ? blank : sign;
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
    if (kindAt(text, index) === blank) continue;
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
  return weave.length() === 0 ? null : weave.done();
}

function kindAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code < 128 ? (kindOfCode[code] ?? blank) : blank;
}

function endOfToken(text: string, start: number): number {
  let end = start + 1;
  while (kindAt(text, end) !== blank) end++;
  return end;
}

function keep(weave: Weave, text: string, start: number, end: number): void {
  if (end - start < shortest) return;
  weave.copy(text, start, end);
  weave.put(apart, end);
}

function looksEncoded(text: string, start: number, end: number): boolean {
  let seen = 0;
  let digits = 0;
  let turns = 0;
  let last = blank;
  for (let index = start; index < end; index++) {
    const kind = kindAt(text, index);
    seen |= kind;
    if (kind === digit) digits++;
    if (kind > digit) continue;
    if (kind !== last && kind !== small && last !== blank) turns++;
    last = kind;
  }
  if ((seen & escape) !== 0 || turns > 2 || digits * 6 >= end - start) return true;
  return seen === sign || ((seen & small) === 0 && end - start >= shortest);
}
