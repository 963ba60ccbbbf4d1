import { symbolOf } from './fold';
import { wordStart, type Packed } from './pack';

/** Keys shorter than this cannot be found. */
const shortestKey = 6;

/** Called for each key that stands as a whole word (or words) in the text: `[start, end)` in packed symbols. */
export type OnHit = (key: number, start: number, end: number) => void;

/** Finds all keys at once. */
export interface Matcher {
  readonly scan: (packed: Packed, onHit: OnHit) => void;
}

interface Index {
  /** One bit for each bucket that is not empty: small enough for the processor's cache. */
  readonly filter: Uint32Array;
  readonly shift: number;
  /** First key of each bucket, next key of the same bucket; -1 ends. */
  readonly heads: Int32Array;
  readonly nexts: Int32Array;
  readonly hashes: Int32Array;
  /** Symbols of all keys, one after the other, and where each begins. */
  readonly symbols: Uint8Array;
  readonly starts: Uint32Array;
}

const mask = 0x3fffffff;

/** Hash of the last six symbols: each step shifts by five bits, so that older ones fall off the end. */
function step(hash: number, symbol: number): number {
  return ((hash << 5) ^ symbol) & mask;
}

function bucketOf(hash: number, shift: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> shift;
}

/**
 * Builds the index: the hash of each key's first six symbols leads to a chain of keys; a bit filter turns nearly all
 * other places away.
 * @param keys packed texts (`a` to `z`, `0` to `9`) of at least {@link shortestKey} symbols
 */
export function createMatcher(keys: readonly string[]): Matcher {
  const index = indexOf(keys);
  return { scan: (packed, onHit) => scan(index, packed, onHit) };
}

function indexOf(keys: readonly string[]): Index {
  const bits = Math.max(12, Math.ceil(Math.log2(keys.length * 16 + 1)));
  const index: Index = {
    filter: new Uint32Array(1 << (bits - 5)),
    shift: 32 - bits,
    heads: new Int32Array(1 << bits).fill(-1),
    nexts: new Int32Array(keys.length).fill(-1),
    hashes: new Int32Array(keys.length),
    symbols: new Uint8Array(keys.reduce((sum, key) => sum + key.length, 0)),
    starts: new Uint32Array(keys.length + 1),
  };
  let used = 0;
  for (const [number, key] of keys.entries()) used = addKey(index, key, number, used);
  return index;
}

function addKey(index: Index, key: string, number: number, begin: number): number {
  if (key.length < shortestKey) throw new Error(`key ${number} has fewer than ${shortestKey} symbols`);
  const { filter, heads, nexts, hashes, symbols, starts } = index;
  let hash = 0;
  for (let place = 0; place < key.length; place++) {
    const symbol = symbolOf(key.charCodeAt(place));
    symbols[begin + place] = symbol;
    if (place < shortestKey) hash = step(hash, symbol);
  }
  starts[number + 1] = begin + key.length;
  hashes[number] = hash;
  const bucket = bucketOf(hash, index.shift);
  nexts[number] = heads[bucket] ?? -1;
  heads[bucket] = number;
  filter[bucket >>> 5] = (filter[bucket >>> 5] ?? 0) | (1 << (bucket & 31));
  return begin + key.length;
}

function scan(index: Index, packed: Packed, onHit: OnHit): void {
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
      compare(index, packed, bucket, hash, last - 5, onHit);
  }
}

/** Tries all keys of a bucket at one place of the text. */
function compare(
  index: Index,
  packed: Packed,
  bucket: number,
  hash: number,
  start: number,
  onHit: OnHit,
): void {
  const { heads, nexts, hashes, starts } = index;
  for (let key = heads[bucket] ?? -1; key >= 0; key = nexts[key] ?? -1) {
    if (hashes[key] !== hash) continue;
    const first = starts[key] ?? 0;
    const end = start + (starts[key + 1] ?? 0) - first;
    if (endsWord(packed, end) && isEqual(index.symbols, first, packed.codes, start, end))
      onHit(key, start, end);
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
