import { createWeave, type View } from '../text';
import { addReadable } from './readable';

/** Pairs of hexadecimal digits, in one run or with a sign or two between them. */
const runs = /(?:0x)?[0-9a-f]{2}(?:[\s,:;_-]{0,2}(?:0x|\\x)?[0-9a-f]{2}){6,}[0-9a-f]?/gi;

/** Decodes runs of hexadecimal digits, also when a digit too many stands before them. */
export const hex: View = {
  name: 'hex',
  read(text) {
    const weave = createWeave();
    for (const match of text.matchAll(runs)) {
      const digits = match[0].replace(/0x|\\x|[^0-9a-f]/gi, '');
      for (const begin of [0, 1]) addReadable(Buffer.from(digits.slice(begin), 'hex'), match.index, weave);
    }
    return weave.length() === 0 ? null : weave.done();
  },
};
