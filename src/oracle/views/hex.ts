import { traces } from '../survey';
import { createWeave, wovenIfAny, type View } from '../text';
import { addReadable } from './readable';

/** Pairs of hexadecimal digits, in one run or with a sign or two between them. */
const runs = /(?:0x)?[0-9a-f]{2}(?:[\s,:;_-]{0,2}(?:0x|\\x)?[0-9a-f]{2}){6,}[0-9a-f]?/gi;

/** Decodes runs of hexadecimal digits, also when a digit too many stands before them. */
export const hex: View = {
  name: 'hex',
  needs: traces.hex,
  read(text) {
    const weave = createWeave();
    for (const match of text.matchAll(runs)) {
      const digits = digitsOf(match[0]);
      for (const begin of [0, 1]) {
        const bytes = bytesOf(digits, begin);
        addReadable(bytes, bytes.length, match.index, weave);
      }
    }
    return wovenIfAny(weave);
  },
};

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
