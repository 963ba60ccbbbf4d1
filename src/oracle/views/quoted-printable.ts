import { apart, createWeave, putInto, wovenIfAny, type View } from '../text';

/** Signs written as `=40`, and lines that end in `=`. */
const runs = /(?:=(?:[0-9A-F]{2}|\r?\n)[\w.+@ -]{0,76}){2,}/g;
const longestWord = 64;

const utf8 = new TextDecoder('utf-8');

/** Decodes quoted-printable (RFC 2045) wherever it shows at least twice in a row. */
export const quotedPrintable: View = {
  name: 'quoted-printable',
  read(text) {
    if (!text.includes('=')) return null;
    const weave = createWeave();
    for (const match of text.matchAll(runs))
      putInto(weave, `${wordBefore(text, match.index)}${decoded(match[0])}${apart}`, match.index);
    return wovenIfAny(weave);
  },
};

function decoded(run: string): string {
  return run
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (codes) => utf8.decode(Buffer.from(codes.replaceAll('=', ''), 'hex')));
}

/** The word that the first sign belongs to: `jane` of `jane=40`. */
function wordBefore(text: string, end: number): string {
  return /[\w.+@-]*$/.exec(text.slice(Math.max(0, end - longestWord), end))?.[0] ?? '';
}
