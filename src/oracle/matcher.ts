import type { Sense } from './fold';
import { bucketOf, createKeyIndex, shortestKey, step, type KeyIndex } from './key-index';
import { pack, wordStart, type Packed } from './pack';
import { sweep } from './sweep';
import { unitsOf, type Units } from './units';

/** Called for each key that stands as a whole word (or words) in the text, with where it does: `[start, end)`. */
export type OnHit = (key: number, start: number, end: number) => void;

/** Finds all keys at once. */
export interface Matcher {
  /** @returns whether a character of the text is pronounced otherwise than it looks: then the sense `look` has more to say */
  readonly scan: (text: string, sense: Sense, onHit: OnHit, units?: Units) => boolean;
  /** Whether a key is not of digits alone. */
  readonly hasLetter: (key: number) => boolean;
}

const other = /[^\x00-\x7f]/;

/** @param keys packed texts (`a` to `z`, `0` to `9`) of at least {@link shortestKey} symbols */
export function createMatcher(keys: readonly string[]): Matcher {
  const index = createKeyIndex(keys);
  return {
    scan(text, sense, onHit, units = unitsOf(text)) {
      if (other.test(text)) return scanPacked(index, pack(text, sense, units), onHit);
      sweep(index, units, sense, onHit);
      return false;
    },
    hasLetter: (key) => index.lettered[key] === 1,
  };
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
