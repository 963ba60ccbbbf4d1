import { gap, special, tableOf, type Sense } from './fold';
import { bucketOf, shortestKey, step, type KeyIndex } from './key-index';
import type { OnHit } from './matcher';
import { standsForLetter } from './pack';
import type { Units } from './units';

/**
 * Finds all keys in a text, without packing it first: everything that is shown goes through this loop several times.
 * Characters other than ASCII are gaps to it. What they stand for is in `pack`, which otherwise decides the same way.
 */
export function sweep(index: KeyIndex, units: Units, sense: Sense, onHit: OnHit): void {
  const { filter, shift } = index;
  const table = tableOf(sense);
  const isLeet = sense === 'leet';
  const specialEnds = isLeet ? 0 : 1;
  let hash = 0;
  let starts = 0;
  let flag = 1;
  for (let at = 0, end = units.length; at < end; at++) {
    const symbol = table[units[at] ?? 0] ?? gap;
    if (symbol === gap || (isLeet && symbol >= special && !standsForLetter(units, at))) {
      flag = 1;
      continue;
    }
    const mayEnd = (symbol >>> 6) & specialEnds;
    hash = step(hash, symbol & 63);
    starts = (starts << 1) | flag | mayEnd;
    flag = mayEnd;
    const bucket = bucketOf(hash, shift);
    // Both at once: a branch for each would be guessed wrongly at every other word.
    if ((((filter[bucket >>> 5] ?? 0) >>> (bucket & 31)) & (starts >>> (shortestKey - 1)) & 1) !== 0)
      compare(index, units, sense, bucket, hash, at, onHit);
  }
}

/** Tries all keys of a bucket whose first six symbols end at `sixth`. */
function compare(
  index: KeyIndex,
  units: Units,
  sense: Sense,
  bucket: number,
  hash: number,
  sixth: number,
  onHit: OnHit,
): void {
  const { heads, nexts, hashes } = index;
  for (let key = heads[bucket] ?? -1; key >= 0; key = nexts[key] ?? -1) {
    if (hashes[key] !== hash) continue;
    const end = endOf(index, key, units, sense, sixth);
    if (end >= 0) onHit(key, beginOf(units, sense, sixth), end);
  }
}

/** Offset after the last sign of a key; -1 when the text goes on otherwise, or the word does not end there. */
function endOf(
  { symbols, starts }: KeyIndex,
  key: number,
  units: Units,
  sense: Sense,
  sixth: number,
): number {
  let at = sixth;
  const last = starts[key + 1] ?? 0;
  for (let place = (starts[key] ?? 0) + shortestKey; place < last; place++) {
    do at++;
    while (at < units.length && symbolAt(units, at, sense) === gap);
    if (at >= units.length || (symbolAt(units, at, sense) & 63) !== symbols[place]) return -1;
  }
  return endsWord(units, at, sense) ? at + 1 : -1;
}

function endsWord(units: Units, last: number, sense: Sense): boolean {
  if (last + 1 >= units.length) return true;
  return (
    ((symbolAt(units, last, sense) & special) | (symbolAt(units, last + 1, sense) & (gap | special))) !== 0
  );
}

function beginOf(units: Units, sense: Sense, sixth: number): number {
  let at = sixth;
  for (let left = shortestKey - 1; left > 0; left--) {
    do at--;
    while (symbolAt(units, at, sense) === gap);
  }
  return at;
}

/** With {@link special} set only where a word may end at the sign. */
function symbolAt(units: Units, at: number, sense: Sense): number {
  const symbol = tableOf(sense)[units[at] ?? 0] ?? gap;
  if (sense !== 'leet' || (symbol & special) === 0) return symbol;
  return standsForLetter(units, at) ? symbol & 63 : gap;
}
