import { nextRun, roleOf, runEnd, signClass } from '../runs';
import { unitsOf, type Units } from '../units';
import { createWeave, wovenIfAny, type View, type Weave } from '../text';
import { addReadable } from './readable';

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
      const run = text.slice(start, end);
      // Nearly every text that was encoded has a capital somewhere; nearly no word has.
      if (/[A-Z]/.test(run)) decodeWithParts(run, start, weave);
      start = nextRun(units, signs, shortest, end);
    }
    return wovenIfAny(weave);
  },
};

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
  return unit !== undefined && roleOf(signs, unit) !== 0;
}

function decodeWithParts(run: string, origin: number, weave: Weave): void {
  decodeRun(run, origin, weave, 4);
  if (!/[/_+-]/.test(run)) return;
  for (const part of run.split(/[/_+-]/))
    if (part.length >= shortest && part !== run) decodeRun(part, origin, weave, 1);
}

const sextets = new Int8Array(128).fill(-1);
for (let value = 0; value < 64; value++) sextets[alphabet.charCodeAt(value)] = value;
sextets['-'.charCodeAt(0)] = 62;
sextets['_'.charCodeAt(0)] = 63;

let values = new Uint8Array(1 << 12);
let bytes = new Uint8Array(1 << 12);

function decodeRun(run: string, origin: number, weave: Weave, places: number): void {
  if (values.length < run.length) {
    values = new Uint8Array(run.length * 2);
    bytes = new Uint8Array(run.length * 2);
  }
  let count = 0;
  for (let index = 0; index < run.length; index++) {
    const value = sextets[run.charCodeAt(index)] ?? -1;
    if (value >= 0) values[count++] = value;
  }
  for (let begin = 0; begin < places; begin++)
    addReadable(bytes, decodeFrom(values, begin, count, bytes), origin, weave);
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
