import anyAscii from 'any-ascii';
import { fold } from '../fold';
import { isAscii, unitsOf, type Units } from '../units';
import { copyNear, createWeave, putInto, woven, type View } from '../text';

const disguised =
  /[\p{Mn}\p{Me}\p{Cf}\p{Co}]|[\uff01-\uff5e\u2460-\u24ff]|[\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f1ff}]|[\u0370-\u052f]/u;
/** Nothing encoded goes on for longer without such a letter. */
const margin = 256;

/**
 * Writes letters in ASCII and leaves out what cannot be seen, so that other views can read what is written in
 * look-alikes or with invisible characters in between. Plain values need no such help: packing folds them.
 */
export const plainLetters: View = {
  name: 'plain letters',
  read(text, units = unitsOf(text)) {
    if (isAscii(units) || !holdsDisguised(text, units)) return null;
    const weave = createWeave();
    let done = -1;
    for (let index = 0; index < units.length; index++) {
      if (!isForeign(units[index] ?? 0)) continue;
      const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
      copyNear(weave, text, done, index, margin);
      putInto(weave, plain(character), index);
      done = index + character.length;
      index = done - 1;
    }
    copyNear(weave, text, done, Infinity, margin);
    return woven(weave);
  },
};

/** All other letters, but for scripts that look like no other, and punctuation. */
function isForeign(unit: number): boolean {
  return unit >= 128 && !(unit >= 0x2010 && unit <= 0x203f) && !(unit >= 0x2e80 && unit <= 0xd7ff);
}

const isDisguised = new Map<number, false>();

/** Asked once of each sign: an expression over a whole page would be felt. */
function holdsDisguised(text: string, units: Units): boolean {
  for (let index = 0; index < units.length; index++) {
    if ((units[index] ?? 0) < 128) continue;
    const point = text.codePointAt(index) ?? 0;
    const known = isDisguised.get(point) ?? disguised.test(String.fromCodePoint(point));
    if (known) return true;
    isDisguised.set(point, known);
  }
  return false;
}

function plain(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (point >= 0xe0020 && point <= 0xe007e) return String.fromCharCode(point - 0xe0000);
  if (fold(point, 'look').isSoft) return '';
  return anyAscii(character.normalize('NFKC'));
}
