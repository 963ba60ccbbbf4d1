import { createWeave, wovenIfAny, type View, type Weave } from '../text';
import { addReadable } from './readable';

/** Shorter runs hold no key. */
const shortest = 10;
/** Lines that mail and PEM break are at least this long, but for the last. */
const shortestLine = 57;

/** Kinds of sign, as bits. Joints belong to the alphabet and just as often separate a run from its neighbours. */
const small = 1;
const capital = 2;
const joint = 4;
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[a-z0-9]/.test(sign)) return small;
  if (/[A-Z]/.test(sign)) return capital;
  return /[+/_-]/.test(sign) ? joint : 0;
});

/** Decodes runs of base64 and base64url, at each of the four places at which a run can begin, also broken over lines. */
export const base64: View = {
  name: 'base64',
  read(text) {
    const weave = createWeave();
    for (let index = 0; index < text.length; index++) {
      const start = index;
      let seen = 0;
      for (let line = start; ; line = index) {
        for (let kind = kindAt(text, index); kind !== 0; kind = kindAt(text, ++index)) seen |= kind;
        const next = index + (text.charCodeAt(index) === 13 ? 2 : 1);
        if (index - line < shortestLine || !isBreak(text, index) || kindAt(text, next) === 0) break;
        index = next;
      }
      // Nearly every text that was encoded has a capital somewhere; nearly no word has.
      if (index - start >= shortest && (seen & capital) !== 0)
        decodeWithParts(text.slice(start, index), start, (seen & joint) !== 0, weave);
    }
    return wovenIfAny(weave);
  },
};

function kindAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code < 128 ? (kinds[code] ?? 0) : 0;
}

function isBreak(text: string, index: number): boolean {
  return /\s/.test(text[index] ?? '');
}

function decodeWithParts(run: string, origin: number, hasJoints: boolean, weave: Weave): void {
  decodeRun(run, origin, weave, 4);
  if (!hasJoints) return;
  for (const part of run.split(/[/_+-]/))
    if (part.length >= shortest && part !== run) decodeRun(part, origin, weave, 1);
}

const sextets = new Int8Array(128).fill(-1);
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
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
