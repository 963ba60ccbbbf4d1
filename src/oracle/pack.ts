import { fold, gap, isLeetSign, tableOf, type Sense } from './fold';

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
}

let codes = new Uint8Array(1 << 16);
let at = new Uint32Array(1 << 16);

function makeRoom(length: number, used: number): void {
  if (codes.length >= length) return;
  const size = Math.max(length, codes.length * 2);
  const [oldCodes, oldAt] = [codes, at];
  codes = new Uint8Array(size);
  at = new Uint32Array(size);
  codes.set(oldCodes.subarray(0, used));
  at.set(oldAt.subarray(0, used));
}

/** Packs `text`, reading its characters in the given sense. */
export function pack(text: string, sense: Sense): Packed {
  const table = tableOf(sense);
  const isLeet = sense === 'leet';
  const end = text.length;
  makeRoom(end + 64, 0);
  let length = 0;
  let flag = wordStart;
  for (let index = 0; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code < 128) {
      const symbol = table[code] ?? gap;
      if (symbol === gap || (isLeet && isLeetSign(code) && !standsForLetter(text, index))) {
        flag = wordStart;
        continue;
      }
      codes[length] = symbol | flag;
      at[length++] = index;
      flag = 0;
      continue;
    }
    const point = text.codePointAt(index) ?? code;
    const folded = fold(point, sense);
    if (!folded.isSoft) {
      makeRoom(length + folded.symbols.length + (end - index) + 64, length);
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
  return { codes, at, length };
}

/** `@nna` and `5m!th` use the sign as a letter, `Anna!` and `(Anna` do not. */
function standsForLetter(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  const before = isWordy(text.charCodeAt(index - 1));
  const after = isWordy(text.charCodeAt(index + 1));
  const isPlaced = code === 64 || code === 36;
  return isPlaced ? before || after : before && after;
}

function isWordy(code: number): boolean {
  return code < 128 && (tableOf('leet')[code] ?? gap) !== gap;
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
