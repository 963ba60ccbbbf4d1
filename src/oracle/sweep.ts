import { gap, special, tableOf, type Sense } from './fold';
import { bucketOf, mayBegin, shortestKey, step, type KeyIndex } from './key-index';
import type { OnHit } from './matcher';
import { standsForLetter } from './pack';
import type { Units } from './units';

/**
 * Finds all keys in a text, without packing it first: everything that is shown goes through this loop several times.
 * Characters other than ASCII are gaps to it. What they stand for is in `pack`, which otherwise decides the same way.
 */
export function sweep(index: KeyIndex, units: Units, sense: Sense, onHit: OnHit): void {
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
    // Both at once: a branch for each would be guessed wrongly at every other word.
    if ((mayBegin(index, hash) & (starts >>> (shortestKey - 1))) !== 0)
      compare(index, units, sense, hash, at, onHit);
  }
}

/** Tries all keys whose first six symbols have such a hash, where they end at `sixth`. */
export function compare(
  index: KeyIndex,
  units: Units,
  sense: Sense,
  hash: number,
  sixth: number,
  onHit: OnHit,
): void {
  const { heads, nexts, hashes, shift, symbols, starts } = index;
  let length = 0;
  for (let key = heads[bucketOf(hash, shift)] ?? -1; key >= 0; key = nexts[key] ?? -1) {
    if (hashes[key] !== hash) continue;
    const first = (starts[key] ?? 0) + shortestKey;
    const count = (starts[key + 1] ?? 0) - first;
    let place = 0;
    for (; place < count; place++) {
      if (place === length && !walk(units, sense, length++, sixth)) break;
      if (ahead.symbols[place] !== symbols[first + place]) break;
    }
    const last = count === 0 ? sixth : (ahead.offsets[count - 1] ?? 0);
    if (place === count && endsWord(units, last, sense)) onHit(key, beginOf(units, sense, sixth), last + 1);
  }
}

/** What follows on the six symbols at hand, as far as it was looked at: bookings of one year all begin alike. */
let ahead = { symbols: new Uint8Array(256), offsets: new Uint32Array(256) };
/** No symbol: the text ended. */
const over = 255;

/** Looks one symbol further; false where the text ends. */
function walk(units: Units, sense: Sense, length: number, sixth: number): boolean {
  if (length === ahead.symbols.length) ahead = grown(ahead);
  let at = length === 0 ? sixth : (ahead.offsets[length - 1] ?? 0);
  do at++;
  while (at < units.length && symbolAt(units, at, sense) === gap);
  const isOver = at >= units.length;
  ahead.symbols[length] = isOver ? over : symbolAt(units, at, sense) & 63;
  ahead.offsets[length] = at;
  return !isOver;
}

function grown({ symbols, offsets }: typeof ahead): typeof ahead {
  const larger = {
    symbols: new Uint8Array(symbols.length * 2),
    offsets: new Uint32Array(symbols.length * 2),
  };
  larger.symbols.set(symbols);
  larger.offsets.set(offsets);
  return larger;
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
