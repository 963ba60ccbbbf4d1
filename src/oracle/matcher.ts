import { fold, type Sense } from './fold';
import { bucketOf, createKeyIndex, mayBegin, shortestKey, step, type KeyIndex } from './key-index';
import { pack, wordStart, type Packed } from './pack';
import { sweep } from './sweep';
import { sweepSenses, type OnHitInSense } from './sweep-senses';
import { wordBegin, wordEnd } from './text';
import { isAscii, unitsOf, type Units } from './units';

/** Called for each key that stands as a whole word (or words) in the text, with where it does: `[start, end)`. */
export type OnHit = (key: number, start: number, end: number) => void;

/** Finds all keys at once. */
export interface Matcher {
  readonly index: KeyIndex;
  readonly scan: (text: string, sense: Sense, onHit: OnHit, units?: Units) => void;
  /** Whether a key is not of digits alone. */
  readonly hasLetter: (key: number) => boolean;
}

/** How far, in characters, a character that is not ASCII may change what a key beside it reads like. */
const reach = 320;

/** @param keys packed texts (`a` to `z`, `0` to `9`) of at least {@link shortestKey} symbols */
export function createMatcher(keys: readonly string[]): Matcher {
  const index = createKeyIndex(keys);
  return {
    index,
    scan(text, sense, onHit, units = unitsOf(text)) {
      const { near, isMost } = othersOf(text, units);
      if (!isMost) sweep(index, units, sense, besideOthers(units, near, onHit));
      scanNear(index, sense, { text, units, near }, onHit);
    },
    hasLetter: (key) => index.lettered[key] === 1,
  };
}

/** Scans in all senses at once. `look` is left out where it has nothing more to say than `sound`. */
export function scanSenses(
  { plain, leet }: { readonly plain: Matcher; readonly leet: Matcher },
  text: string,
  units: Units,
  onHit: OnHitInSense,
): void {
  const { near, isMost } = othersOf(text, units);
  if (!isMost)
    sweepSenses(plain.index, leet.index, units, (sense, key, start, end) => {
      if (near.length === 0 || !touchesOther(units, start, end)) onHit(sense, key, start, end);
    });
  if (near.length === 0) return;
  const mixed = { text, units, near };
  const inSense = (sense: Sense): boolean =>
    scanNear((sense === 'leet' ? leet : plain).index, sense, mixed, (...hit) => onHit(sense, ...hit));
  if (inSense('sound')) inSense('look');
  inSense('leet');
  inSense('rot47');
}

interface Stretch {
  readonly begin: number;
  readonly end: number;
}

/** A text of ASCII with some other characters. */
interface Mixed {
  readonly text: string;
  readonly units: Units;
  /** What stands near to characters that the sweep cannot read, from word to word; all of a text that has many. */
  readonly near: readonly Stretch[];
}

interface Others {
  readonly near: readonly Stretch[];
  readonly isMost: boolean;
}

const none: Others = { near: [], isMost: false };
const others = new WeakMap<Units, Others>();

/** Where the others of a text are: the same in every sense, and asked for once. */
function othersOf(text: string, units: Units): Others {
  if (isAscii(units)) return none;
  const known = others.get(units) ?? othersIn(text, units);
  others.set(units, known);
  return known;
}

function othersIn(text: string, units: Units): Others {
  const near = stretchesIn(text, units);
  const isMost = near.reduce((sum, { begin, end }) => sum + end - begin, 0) * 2 > text.length;
  return isMost ? { near: [{ begin: 0, end: text.length }], isMost } : { near, isMost };
}

function stretchesIn(text: string, units: Units): readonly Stretch[] {
  const near: { begin: number; end: number }[] = [];
  let last: (typeof near)[number] | undefined;
  for (let index = 0; index < units.length; index++) {
    if (!isOther(units[index] ?? 0)) continue;
    if (last !== undefined && index - reach <= last.end) last.end = index + reach;
    else near.push((last = { begin: index - reach, end: index + reach }));
  }
  return near.map(({ begin, end }) => ({
    begin: wordBegin(text, Math.max(0, begin)),
    end: wordEnd(text, end),
  }));
}

/** Whether a hit has a character in it, or next to it, that may be a letter and is not ASCII. */
function touchesOther(units: Units, start: number, end: number): boolean {
  for (let index = Math.max(0, start - 1); index <= end; index++) if (isOther(units[index] ?? 0)) return true;
  return false;
}

const notAsked = 0;
const parts = 1;
const says = 2;
const roles = new Uint8Array(1 << 16).fill(parts, 0, 128);

/** Whether a unit says something in some sense, or is a part of what does: dashes, quotes and bullets end a word in all. */
function isOther(unit: number): boolean {
  if (roles[unit] === notAsked) roles[unit] = isGapInAll(unit) ? parts : says;
  return roles[unit] === says;
}

const senses: readonly Sense[] = ['sound', 'look', 'leet', 'rot47'];

function isGapInAll(unit: number): boolean {
  const isHalf = unit >= 0xd800 && unit < 0xe000;
  if (isHalf) return false;
  return senses
    .map((sense) => fold(unit, sense))
    .every(({ symbols, isSoft }) => symbols.length === 0 && !isSoft);
}

/** The sweep takes all characters but ASCII for gaps: where one is none, what `pack` makes of the stretch counts. */
function besideOthers(units: Units, near: readonly Stretch[], onHit: OnHit): OnHit {
  if (near.length === 0) return onHit;
  return (key, start, end) => {
    if (!touchesOther(units, start, end)) onHit(key, start, end);
  };
}

/** @returns whether a character is pronounced otherwise than it looks: then the sense `look` has more to say */
function scanNear(index: KeyIndex, sense: Sense, { text, units, near }: Mixed, onHit: OnHit): boolean {
  let looksOtherwise = false;
  for (const { begin, end } of near) {
    const packed = pack(text.slice(begin, end), sense, units.subarray(begin, end));
    const isAll = end - begin === text.length;
    const looks = scanPacked(index, packed, (key, from, to) => {
      if (isAll || touchesOther(units, begin + from, begin + to)) onHit(key, begin + from, begin + to);
    });
    looksOtherwise ||= looks;
  }
  return looksOtherwise;
}

function scanPacked(index: KeyIndex, packed: Packed, onHit: OnHit): boolean {
  const { codes, length } = packed;
  let hash = 0;
  let starts = 0;
  for (let last = 0; last < length; last++) {
    hash = step(hash, (codes[last] ?? 0) & 63);
    starts = (starts << 1) | ((codes[last] ?? 0) & wordStart);
    if ((starts & (wordStart << (shortestKey - 1))) === 0) continue;
    if (mayBegin(index, hash) !== 0)
      compare(index, packed, bucketOf(hash, index.shift), hash, last - shortestKey + 1, onHit);
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
