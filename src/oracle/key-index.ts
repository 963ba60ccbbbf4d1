import { symbolOf } from './fold';

/** Keys shorter than this cannot be found. */
export const shortestKey = 6;

/** Leads from the hash of six symbols to the keys that begin with them. */
export interface KeyIndex {
  /** Two bits of one word for each bucket that is not empty: small enough for the processor's cache. */
  readonly filter: Uint32Array;
  readonly shift: number;
  /** First key of each bucket, next key of the same bucket; -1 ends. */
  readonly heads: Int32Array;
  readonly nexts: Int32Array;
  readonly hashes: Int32Array;
  /** Symbols of all keys, one after the other, and where each begins. */
  readonly symbols: Uint8Array;
  readonly starts: Uint32Array;
  /** By key: whether it is not of digits alone. */
  readonly lettered: Uint8Array;
}

const mask = 0x3fffffff;
const letters = 26;

/** Hash of the last six symbols: each step shifts by five bits, so that older ones fall off the end. */
export function step(hash: number, symbol: number): number {
  return ((hash << 5) ^ symbol) & mask;
}

/** The same where `is` is 1, the hash as it was where it is 0 (and the symbol, too): without a branch. */
export function stepIf(is: number, hash: number, symbol: number): number {
  return ((hash << (is * 5)) ^ symbol) & mask;
}

/** Where the keys with such a hash are. */
export function bucketOf(hash: number, shift: number): number {
  return Math.imul(hash, factor) >>> shift;
}

const factor = 0x9e3779b1;

/** 0 where surely no key begins with six symbols of such a hash, else 1: nearly all places are turned away by it. */
export function mayBegin({ filter, shift }: KeyIndex, hash: number): number {
  const product = Math.imul(hash, factor);
  const word = filter[product >>> (shift + 5)] ?? 0;
  // Only the last five bits of a distance count.
  return (word >>> (product >>> shift)) & (word >>> (product >>> (shift - 5))) & 1;
}

function bitsOf(hash: number, shift: number): number {
  const product = Math.imul(hash, factor);
  return (1 << (product >>> shift)) | (1 << (product >>> (shift - 5)));
}

/**
 * Builds the index: the hash of each key's first six symbols leads to a chain of keys; a bit filter turns nearly all
 * other places away.
 * @param keys packed texts (`a` to `z`, `0` to `9`) of at least {@link shortestKey} symbols
 */
export function createKeyIndex(keys: readonly string[]): KeyIndex {
  const hashes = Int32Array.from(keys, hashOf);
  // Many keys begin alike: the fewer buckets, the more of the filter is at hand.
  const bits = Math.max(12, Math.ceil(Math.log2(new Set(hashes).size * 16 + 1)));
  const index: KeyIndex = {
    filter: new Uint32Array(1 << (bits - 5)),
    shift: 32 - bits,
    heads: new Int32Array(1 << bits).fill(-1),
    nexts: new Int32Array(keys.length).fill(-1),
    hashes,
    symbols: new Uint8Array(keys.reduce((sum, key) => sum + key.length, 0)),
    starts: new Uint32Array(keys.length + 1),
    lettered: new Uint8Array(keys.length),
  };
  let used = 0;
  for (const [number, key] of keys.entries()) used = addKey(index, key, number, used);
  return index;
}

function hashOf(key: string, number: number): number {
  if (key.length < shortestKey) throw new Error(`key ${number} has fewer than ${shortestKey} symbols`);
  let hash = 0;
  for (let place = 0; place < shortestKey; place++) hash = step(hash, symbolOf(key.charCodeAt(place)));
  return hash;
}

function addKey(index: KeyIndex, key: string, number: number, begin: number): number {
  const { filter, shift, heads, nexts, hashes, symbols, starts, lettered } = index;
  for (let place = 0; place < key.length; place++) {
    const symbol = symbolOf(key.charCodeAt(place));
    symbols[begin + place] = symbol;
    if (symbol < letters) lettered[number] = 1;
  }
  starts[number + 1] = begin + key.length;
  const hash = hashes[number] ?? 0;
  const bucket = bucketOf(hash, shift);
  nexts[number] = heads[bucket] ?? -1;
  heads[bucket] = number;
  filter[bucket >>> 5] = (filter[bucket >>> 5] ?? 0) | bitsOf(hash, shift);
  return begin + key.length;
}
