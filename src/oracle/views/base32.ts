import { traces } from '../survey';
import { createWeave, wovenIfAny, type View } from '../text';
import { addReadable } from './readable';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const runs = /[A-Z2-7]{12,}/g;

/** Decodes runs of base32 (RFC 4648). */
export const base32: View = {
  name: 'base32',
  needs: traces.base32,
  read(text) {
    const weave = createWeave();
    for (const match of text.matchAll(runs)) {
      const bytes = decoded(match[0]);
      addReadable(bytes, bytes.length, match.index, weave);
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
