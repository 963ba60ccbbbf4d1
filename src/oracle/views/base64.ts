import { ends, nextRun, runEnd, signClass } from '../runs';
import { unitsOf, unitTable, type Units } from '../units';
import { createWeave, wovenIfAny, type View, type Weave } from '../text';
import { addReadable } from './readable';
import { maybeText } from './sextets';

/** Shorter runs hold no key. */
const shortest = 10;
/** Lines that mail and PEM break are at least this long, but for the last. */
const shortestLine = 57;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const signs = signClass(/[\w+/-]/);

/** Decodes runs of base64 and base64url, at each of the four places at which a run can begin, also broken over lines. */
export const base64: View = {
  name: 'base64',
  read(text, units = unitsOf(text)) {
    const weave = createWeave();
    for (let start = nextRun(units, signs, shortest, 0); start >= 0;) {
      const end = endOfLines(units, start);
      const seen = kindsIn(units, start, end);
      // Nearly every text that was encoded has a capital somewhere; nearly no word has.
      if ((seen & capital) !== 0) decodeRun(units, start, end, weave, 4);
      if (seen === (capital | joint)) decodeParts(units, start, end, weave);
      start = nextRun(units, signs, shortest, end);
    }
    return wovenIfAny(weave);
  },
};

const capital = 1;
const joint = 2;
const kinds = unitTable((sign) => (/[A-Z]/.test(sign) ? capital : /[/_+-]/.test(sign) ? joint : 0));

function kindsIn(units: Units, start: number, end: number): number {
  let seen = 0;
  for (let index = start; index < end; index++) seen |= kinds[units[index] ?? 0] ?? 0;
  return seen;
}

/** Joints belong to the alphabet and just as often separate a run from its neighbours. */
function decodeParts(units: Units, start: number, end: number, weave: Weave): void {
  for (let part = start; part < end; part++) {
    const begin = part;
    while (part < end && kinds[units[part] ?? 0] !== joint) part++;
    if (part - begin >= shortest) decodeRun(units, begin, part, weave, 1);
  }
}

/** Offset after a run, and after those on the next lines where lines are as long as mail and PEM make them. */
function endOfLines(units: Units, start: number): number {
  for (let line = start; ;) {
    const end = runEnd(units, signs, line);
    const next = end + (units[end] === 13 ? 2 : 1);
    const isBroken = end - line >= shortestLine && isBreak(units[end]) && isSign(units[next]);
    if (!isBroken) return end;
    line = next;
  }
}

function isBreak(unit: number | undefined): boolean {
  return unit === 10 || unit === 13 || unit === 32 || unit === 9;
}

function isSign(unit: number | undefined): boolean {
  return unit !== undefined && signs[unit] !== ends;
}

const noSextet = 64;
const sextets = unitTable((sign) => {
  const place = alphabet.indexOf(sign.replace('-', '+').replace('_', '/'));
  return place < 0 ? noSextet : place;
}, noSextet);

let values = new Uint8Array(1 << 12);
let bytes = new Uint8Array(1 << 12);

/** Decodes `[start, end)` at so many places at which it can begin. */
function decodeRun(units: Units, start: number, end: number, weave: Weave, places: number): void {
  if (values.length < end - start) {
    values = new Uint8Array((end - start) * 2);
    bytes = new Uint8Array((end - start) * 2);
  }
  let count = 0;
  for (let index = start; index < end; index++) {
    const value = sextets[units[index] ?? 0] ?? noSextet;
    if (value !== noSextet) values[count++] = value;
  }
  if (!maybeText(values, count)) return;
  for (let begin = 0; begin < places; begin++)
    addReadable(bytes, decodeFrom(values, begin, count, bytes), start, weave);
}

/** Puts the bytes of `sextets[begin, end)` into `into`; returns how many. */
function decodeFrom(source: Uint8Array, begin: number, end: number, into: Uint8Array): number {
  let size = 0;
  let held = 0;
  for (let index = begin; index < end; index++) {
    held = (held << 6) | (source[index] ?? 0);
    const place = (index - begin) & 3;
    if (place > 0) into[size++] = held >> (6 - 2 * place);
  }
  return size;
}
