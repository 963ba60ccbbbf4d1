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
/** A dot is a sign, unless a sentence may end there; a backtick is one within a word. */
const dot = 32;
const kinds = unitTable((letter) => {
  if (/[a-z]/.test(letter)) return small;
  if (/[A-Z]/.test(letter)) return capital;
  if (/[0-9]/.test(letter)) return digit;
  if (/[\\%&]/.test(letter)) return escape;
  if (letter === '.' || letter === '`') return dot;
  return /[+/=#@_-]/.test(letter) ? sign : blank;
});

/**
 * The parts of a text that could be an encoding, whichever way round: tokens with many digits, with escapes, or with
 * capitals where no word begins, and lists of such with nothing but blanks between them. Of ordinary prose and code
 * little is left.
 */
export function encodedParts(text: string, units: Units = unitsOf(text)): Derived | null {
  const weave = createWeave();
  collect(weave, text, units, 0);
  return wovenIfAny(weave);
}

/** With it an escape begins that was turned around: `}43{u\\`. */
const brace = 125;

/** @param offset where in the text the units begin */
function collect(weave: Weave, text: string, units: Units, offset: number): void {
  let start = -1;
  let end = -1;
  for (let at = 0; at < units.length;) {
    const isBlank = kindAt(units, at) === blank;
    const token = isBlank ? null : tokenAt(units, at);
    const goesOn = token === null ? (units[at] ?? 0) < 128 : token > 0;
    if (!goesOn && start >= 0) {
      keep(weave, text, units.subarray(start, end), offset + start);
      start = -1;
    }
    if (token !== null && token > 0) {
      if (start < 0) start = at > 0 && units[at - 1] === brace ? at - 1 : at;
      end = token;
    }
    at = token === null ? at + 1 : Math.abs(token);
  }
  if (start >= 0) keep(weave, text, units.subarray(start, end), offset + start);
}

function kindAt(units: Units, index: number): number {
  if (index >= units.length) return blank;
  const kind = kinds[units[index] ?? 0] ?? blank;
  if ((kind & (dot | escape)) === 0) return kind;
  if (kind === dot) return joinsAt(units, index) ? sign : blank;
  return isAndAnd(units, index) ? blank : escape;
}

const backtick = 96;

function joinsAt(units: Units, index: number): boolean {
  const next = units[index + 1] ?? 0;
  if (units[index] !== backtick) return joinsAfterDot[next] === 1;
  return wordy[next] === 1 && wordy[units[index - 1] ?? 0] === 1;
}

/** What stands beside a backtick that was a digit: those that quote have a blank or a bracket on one side. */
const wordy = unitTable((letter) => (/[\w`-]/.test(letter) ? 1 : 0));

const ampersand = 38;

/** Two of them are an "and" of a program, and no entity. */
function isAndAnd(units: Units, index: number): boolean {
  return units[index] === ampersand && (units[index + 1] === ampersand || units[index - 1] === ampersand);
}

const percent = 37;

/** What a number begins or, turned around, ends with: of code and expressions most escapes stand for a sign itself. */
const numeral = unitTable((letter) => (/[0-9uxhk]/i.test(letter) ? 1 : 0));
/** Digits of hexadecimal numbers, also after rot13. */
const pairs = unitTable((letter) => (/[0-9a-fn-s]/i.test(letter) ? 1 : 0));

/** Whether an escape may be one of a sign that is written as a number, whichever way round. */
function tells(units: Units, index: number): boolean {
  const before = units[index - 1] ?? 0;
  const after = units[index + 1] ?? 0;
  if (units[index] === ampersand) return true;
  if (units[index] !== percent) return ((numeral[before] ?? 0) | (numeral[after] ?? 0)) !== 0;
  const ahead = (pairs[after] ?? 0) & (pairs[units[index + 2] ?? 0] ?? 0);
  return (ahead | ((pairs[before] ?? 0) & (pairs[units[index - 2] ?? 0] ?? 0))) !== 0;
}

/** What may follow a dot that ends no sentence: another one, a blank, a slash or a dash. */
const joinsAfterDot = unitTable((letter) => (/[ ./-]/.test(letter) ? 1 : 0));

const digitsOnly = /^[\d\W]*$/;
/** Ids and moments, of which answers of APIs are full: they look like nothing else and hide nothing. */
const wellKnown =
  /(?<![\w-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])|(?<![\w-])\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?(?![\w-])/gi;
const shortestWellKnown = 16;

/** A text with blanks in the place of ids and moments, each as long as it was. */
export function withoutWellKnown(text: string): string {
  if (!text.includes('-')) return text;
  return text.replace(wellKnown, (known) => ' '.repeat(known.length));
}

function keep(weave: Weave, text: string, units: Units, start: number): void {
  if (units.length < shortest) return;
  const end = start + units.length;
  const part = text.slice(start, end);
  if (part.length < shortestOfDigits && digitsOnly.test(part)) return;
  const mayBeKnown = part.length >= shortestWellKnown && part.includes('-');
  const known = mayBeKnown ? [...part.matchAll(wellKnown)] : [];
  if (known.length === 0) {
    copyInto(weave, text, start, end);
    return putInto(weave, apart, end);
  }
  let from = 0;
  for (const { 0: id, index } of known) {
    collect(weave, text, units.subarray(from, index), start + from);
    from = index + id.length;
  }
  collect(weave, text, units.subarray(from), start + from);
}

/** What stood before a sign of a token. */
const outset = 0;
const afterSmall = 1;
const afterCapital = 2;
const afterCapitals = 3;
const afterDigit = 4;

/** Set on what follows where another kind of sign begins than words have that were joined. */
const turn = 8;

/** By what stood before, and the kind of a sign: what follows. A branch for each would be guessed wrongly all the time. */
const following = new Uint8Array(5 << 6);
for (const before of [outset, afterSmall, afterCapital, afterCapitals, afterDigit]) {
  const row = following.subarray(before << 6);
  const isFirst = before === outset;
  row.fill(before, 0, 64);
  row[small] = before === afterCapitals ? afterSmall | turn : afterSmall;
  const isCapital = before === afterCapital || before === afterCapitals;
  row[capital] = isCapital ? afterCapitals : isFirst ? afterCapital : afterCapital | turn;
  row[digit] = isFirst || before === afterDigit ? afterDigit : afterDigit | turn;
}

/**
 * Where the token that begins at `start` ends, negative unless it looks encoded. Of letters alone that is one with more
 * capitals within than words have that were joined. Everything that is shown goes through this loop.
 */
function tokenAt(units: Units, start: number): number {
  let end = start;
  // Most are words in small letters.
  while (kinds[units[end] ?? 0] === small) end++;
  let seen = end > start ? small : 0;
  let digits = 0;
  let turns = 0;
  let before = end > start ? afterSmall : outset;
  for (; ; end++) {
    const kind = kindAt(units, end);
    if (kind === blank) break;
    seen |= kind === escape && !tells(units, end) ? sign : kind;
    digits += (kind >> 2) & 1;
    before = following[((before & 7) << 6) | kind] ?? outset;
    turns += before >> 3;
  }
  const looks = looksEncoded(seen, digits, turns, end - start) || isTurnedNumber(units, start, end);
  return looks ? end : -end;
}

/** `0x4d` half way on, of which lists are made; a 1 at its end is a backtick, which may be none of its signs. */
function isTurnedNumber(units: Units, start: number, end: number): boolean {
  return end - start >= 3 && end - start <= 4 && units[start] === 0x5f && units[start + 1] === 0x49;
}

function looksEncoded(seen: number, digits: number, turns: number, length: number): boolean {
  if ((seen & escape) !== 0 || digits * 6 >= length) return true;
  // What was escaped begins with a sign, which is no turn.
  const first = (seen & sign) >> 4;
  if (turns > 2 && (turns + first) * 6 >= length) return true;
  return seen === sign || ((seen & small) === 0 && length >= shortest);
}
