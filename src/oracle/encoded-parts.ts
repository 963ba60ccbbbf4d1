import { unitsOf, unitTable, type Units } from './units';
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
/** A dot is a sign, unless a sentence may end there. */
const dot = 32;
const kinds = unitTable((letter) => {
  if (/[a-z]/.test(letter)) return small;
  if (/[A-Z]/.test(letter)) return capital;
  if (/[0-9]/.test(letter)) return digit;
  if (/[\\%&]/.test(letter)) return escape;
  if (letter === '.') return dot;
  return /[+/=#@_-]/.test(letter) ? sign : blank;
});

/**
 * The parts of a text that could be an encoding, whichever way round: tokens with many digits, with escapes, or with
 * capitals where no word begins, and lists of such. Of ordinary prose and code little is left.
 */
export function encodedParts(text: string, units: Units = unitsOf(text)): Derived | null {
  const weave = createWeave();
  for (let from = 0, probe = shortest - 1; probe < units.length; probe = from + shortest - 1) {
    const token = tokenBefore(units, probe, from);
    if (token === null || !looksEncoded(units, token.start, token.end)) {
      from = Math.max(token?.end ?? 0, probe + (token === null ? 1 : 0));
      continue;
    }
    const { start, end } = listAround(units, token, from);
    keep(weave, text, start, end);
    from = end;
  }
  return wovenIfAny(weave);
}

interface Token {
  readonly start: number;
  readonly end: number;
}

/** The token at an offset, or before the blanks that are there; `null` when something else is. */
function tokenBefore(units: Units, offset: number, from: number): Token | null {
  let last = offset;
  while (last >= from && kindAt(units, last) === blank) {
    if ((units[last] ?? 0) >= 128) return null;
    last--;
  }
  if (last < from) return null;
  let start = last;
  while (start > from && kindAt(units, start - 1) !== blank) start--;
  return { start, end: endOfToken(units, last) };
}

/** A token and those around it that look encoded, too, with nothing but blanks between them. */
function listAround(units: Units, token: Token, from: number): Token {
  let { start, end } = token;
  for (;;) {
    const before = start > from ? tokenBefore(units, start - 1, from) : null;
    if (before === null || !looksEncoded(units, before.start, before.end)) break;
    start = before.start;
  }
  for (;;) {
    let next = end;
    while (next < units.length && (units[next] ?? 0) < 128 && kindAt(units, next) === blank) next++;
    if (next >= units.length || kindAt(units, next) === blank) break;
    const after = endOfToken(units, next);
    if (!looksEncoded(units, next, after)) break;
    end = after;
  }
  return { start, end };
}

function kindAt(units: Units, index: number): number {
  const kind = index < units.length ? (kinds[units[index] ?? 0] ?? blank) : blank;
  if (kind === dot) return joinsAfterDot[units[index + 1] ?? 0] === 1 ? sign : blank;
  return kind === escape && isAndAnd(units, index) ? blank : kind;
}

const ampersand = 38;

/** Two of them are an "and" of a program, and no entity. */
function isAndAnd(units: Units, index: number): boolean {
  return units[index] === ampersand && (units[index + 1] === ampersand || units[index - 1] === ampersand);
}

/** What may follow a dot that ends no sentence: another one, a blank, a slash or a dash. */
const joinsAfterDot = unitTable((letter) => (/[ ./-]/.test(letter) ? 1 : 0));

function endOfToken(units: Units, start: number): number {
  let end = start + 1;
  while (kindAt(units, end) !== blank) end++;
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
function looksEncoded(units: Units, start: number, end: number): boolean {
  let seen = 0;
  let digits = 0;
  let turns = 0;
  let last = blank;
  let isAfterCapital = false;
  for (let index = start; index < end; index++) {
    const kind = kindAt(units, index);
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
