import type { View } from '../text';
import { base32 } from './base32';
import { base64 } from './base64';
import { codes } from './codes';
import { columns } from './columns';
import { hex } from './hex';
import { labelledNames } from './labelled-names';
import { morse } from './morse';
import { plainLetters } from './plain-letters';
import { reversed, rot13, rot47 } from './mirrors';
import { quotedPrintable } from './quoted-printable';
import { spelled } from './spelled';
import { words } from './words';

export { rot13, rot47 } from './mirrors';
export { backslashEscapes, namingEscapes, unescape, unescapedNear } from './unescape';
export { withoutTags, withoutTagsNear } from './without-tags';

/** Views that turn one text into another one, which is then read like any text: again, up to the depth limit. */
export const decoders: readonly View[] = [
  base64,
  hex,
  base32,
  codes,
  words,
  morse,
  quotedPrintable,
  spelled,
  plainLetters,
  labelledNames,
  columns,
];

/** Those whose runs go on over tags (a list item for each word). The others were read with the tags in place. */
export const overTags: readonly View[] = [codes, words, morse, spelled, labelledNames];

/** Those that tell an encoding from noise by themselves: tried on what was turned around. */
export const encodings: readonly View[] = [base64, hex, base32, codes, morse, quotedPrintable, spelled];

/** What can be done to a text after something in it was encoded. */
export const turns: readonly View[] = [reversed, rot13, rot47];

/** What rot13 leaves as it was: whoever has read it before need not read it again. */
const ofNoLetters: readonly View[] = [codes, morse];

/** The encodings that a text has anew once its letters were rotated. */
export const encodingsInLetters: readonly View[] = encodings.filter((view) => !ofNoLetters.includes(view));
