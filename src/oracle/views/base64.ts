import { createWeave, type Derived, type View, type Weave } from '../text';
import { addReadable } from './readable';

/** Decodes runs of base64 and base64url, at each of the four places at which a run can begin, also broken over lines. */
export const base64: View = { name: 'base64', read: (text) => decodeRuns(text, (run) => run) };

/** A run, or lines of at least 57 signs with a last one that may be shorter (as mail and PEM break it). */
const runs = /(?:[A-Za-z0-9+/_-]{57,}\s{1,2})*[A-Za-z0-9+/_-]{10,}/g;
/** Signs of the alphabet that just as often separate a run from its neighbours. */
const joints = /[^/_+-]{10,}/g;

/** Decodes every run of base64 in `text` after turning it around with `undo`. */
function decodeRuns(text: string, undo: (run: string) => string): Derived | null {
  const weave = createWeave();
  for (const match of text.matchAll(runs)) {
    if (!/[A-Z]/.test(match[0])) continue;
    const run = undo(match[0]);
    decodeRun(run, match.index, weave, 4);
    if (!/[/_+-]/.test(run)) continue;
    for (const part of run.matchAll(joints)) if (part[0] !== run) decodeRun(part[0], match.index, weave, 1);
  }
  return weave.length() === 0 ? null : weave.done();
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
    addReadable(bytes.subarray(0, decodeFrom(begin, count)), origin, weave);
}

function decodeFrom(begin: number, count: number): number {
  let size = 0;
  let bits = 0;
  let held = 0;
  for (let index = begin; index < count; index++) {
    held = ((held << 6) | (values[index] ?? 0)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[size++] = (held >> bits) & 0xff;
    }
  }
  return size;
}
