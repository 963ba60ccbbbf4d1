import { createWeave, type View } from '../text';

const runs = /(?:\\[0-9a-f]{2,6}[ \t]?){5,}/gi;

/** Decodes CSS escapes (`\41 \6e`), five or more in a row. */
export const cssEscapes: View = {
  name: 'css',
  read(text) {
    const weave = createWeave();
    for (const match of text.matchAll(runs)) {
      const letters = match[0].replace(/\\([0-9a-f]{2,6})[ \t]?/gi, (_, digits: string) => {
        const point = Number.parseInt(digits, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : '\n';
      });
      weave.put(`${letters}\n`, match.index);
    }
    return weave.length() === 0 ? null : weave.done();
  },
};
