import { runsIn, signClass } from '../runs';
import { createWeave, wovenIfAny, type View } from '../text';
import { addReadable } from './readable';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const digits = { signs: signClass(/[A-Z2-7]/), fewest: 12 };

/** Decodes runs of base32 (RFC 4648). */
export const base32: View = {
  name: 'base32',
  read(text, units) {
    const weave = createWeave();
    for (const { run, begin } of runsIn(text, digits, units)) {
      // A sign before the run belongs to it only for those who look at neighbours.
      const { 0: letters, index } = /[A-Z2-7]+/.exec(run) ?? { 0: '', index: 0 };
      const bytes = decoded(letters);
      addReadable(bytes, bytes.length, begin + index, weave);
    }
    return wovenIfAny(weave);
  },
};

function decoded(run: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const sign of run) {
    held = ((held << 5) | alphabet.indexOf(sign)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}
