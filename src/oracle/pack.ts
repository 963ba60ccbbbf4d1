import { fold, gap, special, tableOf, type Sense } from './fold';
import { unitsOf, type Units } from './units';

/** Set on a packed symbol before which a word begins. */
export const wordStart = 128;

/**
 * A text reduced to letters and digits. `codes[i] & 63` is the symbol, `wordStart` says that there was something
 * else before it; `at[i]` is the offset it came from. The arrays are shared scratch space: valid until the next call.
 */
export interface Packed {
  readonly codes: Uint8Array;
  readonly at: Uint32Array;
  readonly length: number;
  /** Whether a character of it is pronounced otherwise than it looks: then the sense `look` has more to say. */
  readonly looksOtherwise: boolean;
}

let scratch = { codes: new Uint8Array(1 << 16), at: new Uint32Array(1 << 16) };

function grown(length: number, used: number): typeof scratch {
  if (scratch.codes.length >= length) return scratch;
  const size = Math.max(length, scratch.codes.length * 2);
  const larger = { codes: new Uint8Array(size), at: new Uint32Array(size) };
  larger.codes.set(scratch.codes.subarray(0, used));
  larger.at.set(scratch.at.subarray(0, used));
  scratch = larger;
  return scratch;
}

/**
 * Packs `text`, reading its characters in the given sense. Everything that is shown goes through this loop several
 * times: what it needs is in local variables, and only what is not ASCII leaves it.
 */
export function pack(text: string, sense: Sense, units: Units = unitsOf(text)): Packed {
  const table = tableOf(sense);
  const end = text.length;
  let { codes, at } = grown(end + 64, 0);
  let length = 0;
  let flag = wordStart;
  let looksOtherwise = false;
  for (let index = 0; index < end; index++) {
    const code = units[index] ?? 0;
    if (code < 128) {
      const symbol = table[code] ?? gap;
      if ((symbol & special) === 0) {
        // A gap is written, too, and then overwritten: a branch here would be guessed wrongly at every other word.
        codes[length] = (symbol & 63) | flag;
        at[length] = index;
        const isGap = symbol >>> 7;
        length += 1 - isGap;
        flag = isGap << 7;
      } else if (sense === 'rot47' || standsForLetter(units, index)) {
        flag = sense === 'rot47' ? wordStart : flag;
        codes[length] = (symbol & 63) | flag;
        at[length++] = index;
        flag &= sense === 'rot47' ? wordStart : 0;
      } else flag = wordStart;
      continue;
    }
    const point = text.codePointAt(index) ?? code;
    const folded = fold(point, sense);
    looksOtherwise ||= folded.looksOtherwise;
    if (!folded.isSoft) {
      ({ codes, at } = grown(length + folded.symbols.length + (end - index) + 64, length));
      if (folded.standsAlone) flag = wordStart;
      for (const symbol of folded.symbols) {
        codes[length] = symbol | flag;
        at[length++] = index;
        flag = 0;
      }
      if (folded.symbols.length === 0 || folded.standsAlone) flag = wordStart;
    }
    if (point > 0xffff) index++;
  }
  return { codes, at, length, looksOtherwise };
}

/** `@nna` and `5m!th` use the sign as a letter, `Anna!` and `(Anna` do not. */
export function standsForLetter(units: Units, index: number): boolean {
  const code = units[index];
  const before = isWordy(units[index - 1]);
  const after = isWordy(units[index + 1]);
  const isPlaced = code === 64 || code === 36;
  return isPlaced ? before || after : before && after;
}

function isWordy(code: number | undefined): boolean {
  return code !== undefined && (tableOf('leet')[code] ?? gap) !== gap;
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The packed form of a short text as a string, for keys. */
export function packedText(text: string, sense: Sense): string {
  const packed = pack(text, sense);
  let result = '';
  for (let index = 0; index < packed.length; index++)
    result += letters[(packed.codes[index] ?? 0) & 63] ?? '';
  return result;
}
