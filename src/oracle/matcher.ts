import type { Sense } from './fold';
import { bucketOf, createKeyIndex, shortestKey, step, type KeyIndex } from './key-index';
import { pack, wordStart, type Packed } from './pack';
import { sweep } from './sweep';
import { wordBegin, wordEnd } from './text';
import { isAscii, unitsOf, type Units } from './units';

/** Called for each key that stands as a whole word (or words) in the text, with where it does: `[start, end)`. */
export type OnHit = (key: number, start: number, end: number) => void;

/** Finds all keys at once. */
export interface Matcher {
  /** @returns whether a character of the text is pronounced otherwise than it looks: then the sense `look` has more to say */
  readonly scan: (text: string, sense: Sense, onHit: OnHit, units?: Units) => boolean;
  /** Whether a key is not of digits alone. */
  readonly hasLetter: (key: number) => boolean;
}

/** How far, in characters, a character that is not ASCII may change what a key beside it reads like. */
const reach = 320;

/** @param keys packed texts (`a` to `z`, `0` to `9`) of at least {@link shortestKey} symbols */
export function createMatcher(keys: readonly string[]): Matcher {
  const index = createKeyIndex(keys);
  return {
    scan(text, sense, onHit, units = unitsOf(text)) {
      if (isAscii(units)) {
        sweep(index, units, sense, onHit);
        return false;
      }
      const stretches = stretchesNearOthers(text, units);
      const isMost = stretches.reduce((sum, { begin, end }) => sum + end - begin, 0) * 2 > text.length;
      if (isMost) return scanPacked(index, pack(text, sense, units), onHit);
      return scanByStretches(index, { text, sense, units, stretches }, onHit);
    },
    hasLetter: (key) => index.lettered[key] === 1,
  };
}

interface Stretch {
  readonly begin: number;
  readonly end: number;
}

/** A text of ASCII with some other characters. */
interface Mixed {
  readonly text: string;
  readonly sense: Sense;
  readonly units: Units;
  readonly stretches: readonly Stretch[];
}

/** What stands near to characters that are not ASCII, from word to word. */
function stretchesNearOthers(text: string, units: Units): readonly Stretch[] {
  const near: { begin: number; end: number }[] = [];
  let last: (typeof near)[number] | undefined;
  for (let index = 0; index < units.length; index++) {
    if ((units[index] ?? 0) < 128) continue;
    if (last !== undefined && index - reach <= last.end) last.end = index + reach;
    else near.push((last = { begin: index - reach, end: index + reach }));
  }
  return near.map(({ begin, end }) => ({
    begin: wordBegin(text, Math.max(0, begin)),
    end: wordEnd(text, end),
  }));
}

/** Whether a hit has another character than ASCII in it or next to it. */
function touchesOther(units: Units, start: number, end: number): boolean {
  for (let index = Math.max(0, start - 1); index <= end; index++) if ((units[index] ?? 0) >= 128) return true;
  return false;
}

/** The sweep takes other characters for gaps: where there is one, what `pack` makes of the stretch counts. */
function scanByStretches(index: KeyIndex, { text, sense, units, stretches }: Mixed, onHit: OnHit): boolean {
  sweep(index, units, sense, (key, start, end) => {
    if (!touchesOther(units, start, end)) onHit(key, start, end);
  });
  let looksOtherwise = false;
  for (const { begin, end } of stretches) {
    const packed = pack(text.slice(begin, end), sense);
    const looks = scanPacked(index, packed, (key, from, to) => {
      if (touchesOther(units, begin + from, begin + to)) onHit(key, begin + from, begin + to);
    });
    looksOtherwise ||= looks;
  }
  return looksOtherwise;
}

function scanPacked(index: KeyIndex, packed: Packed, onHit: OnHit): boolean {
  const { filter, shift } = index;
  const { codes, length } = packed;
  let hash = 0;
  let starts = 0;
  for (let last = 0; last < length; last++) {
    hash = step(hash, (codes[last] ?? 0) & 63);
    starts = (starts << 1) | ((codes[last] ?? 0) & wordStart);
    if ((starts & (wordStart << (shortestKey - 1))) === 0) continue;
    const bucket = bucketOf(hash, shift);
    if (((filter[bucket >>> 5] ?? 0) & (1 << (bucket & 31))) !== 0)
      compare(index, packed, bucket, hash, last - shortestKey + 1, onHit);
  }
  return packed.looksOtherwise;
}

/** Tries all keys of a bucket at one place of the text. */
function compare(
  index: KeyIndex,
  packed: Packed,
  bucket: number,
  hash: number,
  start: number,
  onHit: OnHit,
): void {
  const { heads, nexts, hashes, starts } = index;
  const { codes, at } = packed;
  for (let key = heads[bucket] ?? -1; key >= 0; key = nexts[key] ?? -1) {
    if (hashes[key] !== hash) continue;
    const first = starts[key] ?? 0;
    const end = start + (starts[key + 1] ?? 0) - first;
    if (endsWord(packed, end) && isEqual(index.symbols, first, codes, start, end))
      onHit(key, at[start] ?? 0, (at[end - 1] ?? 0) + 1);
  }
}

function endsWord({ codes, length }: Packed, end: number): boolean {
  return end === length || (end < length && ((codes[end] ?? 0) & wordStart) !== 0);
}

function isEqual(symbols: Uint8Array, first: number, codes: Uint8Array, start: number, end: number): boolean {
  for (let place = start + shortestKey; place < end; place++) {
    if (symbols[first + place - start] !== ((codes[place] ?? 0) & 63)) return false;
  }
  return true;
}
