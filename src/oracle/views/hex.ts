import { runsIn, signClass } from '../runs';
import { createWeave, wovenIfAny, type View, type Weave } from '../text';
import { addReadable } from './readable';

/** Pairs of hexadecimal digits, in one run or with a sign or two between them. */
const lists = /(?:0x)?[0-9a-f]{2}(?:[\s,:;_-]{0,2}(?:0x|\\x)?[0-9a-f]{2}){6,}[0-9a-f]?/gi;

const pairs = { signs: signClass(/[0-9a-f]/i, /[\s,:;_x\\-]/i), fewest: 14 };

/** Digits without anything between them, within a run. */
const pieces = /[0-9a-f]{14,}/gi;

/**
 * Decodes runs of hexadecimal digits, also when a digit too many stands before them, and each piece of a run by itself:
 * the end of a word may have been taken for its beginning.
 */
export const hex: View = {
  name: 'hex',
  read(text, units) {
    const weave = createWeave();
    for (const { run, begin } of runsIn(text, pairs, units))
      for (const { 0: list, index } of run.matchAll(lists)) {
        const inner = Array.from(list.matchAll(pieces), ([piece]) => piece).filter((piece) => piece !== list);
        for (const one of [list, ...inner]) decode(one, begin + index, weave);
      }
    return wovenIfAny(weave);
  },
};

function decode(run: string, origin: number, weave: Weave): void {
  const digits = digitsOf(run);
  for (const begin of [0, 1]) {
    const bytes = bytesOf(digits, begin);
    addReadable(bytes, bytes.length, origin, weave);
  }
}

/** Values of the digits, the zero of each `0x` left out. */
function digitsOf(run: string): Uint8Array {
  const digits = new Uint8Array(run.length);
  let count = 0;
  for (let index = 0; index < run.length; index++) {
    const code = run.charCodeAt(index) | 32;
    if (code >= 48 && code <= 57) digits[count++] = code - 48;
    else if (code >= 97 && code <= 102) digits[count++] = code - 87;
    else if (code === 120 && run[index - 1] === '0') count--;
  }
  return digits.subarray(0, count);
}

function bytesOf(digits: Uint8Array, begin: number): Uint8Array {
  const bytes = new Uint8Array((digits.length - begin) >> 1);
  for (let index = 0; index < bytes.length; index++)
    bytes[index] = ((digits[begin + 2 * index] ?? 0) << 4) | (digits[begin + 2 * index + 1] ?? 0);
  return bytes;
}
