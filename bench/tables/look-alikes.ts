import homoglyphs from 'homoglyph-search';

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
/** Scripts of thousands of signs, none of which is taken for a letter of ours. */
const large = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Tangut}|\p{Script=Cuneiform}/u;
const lastPlane = 0x1ffff;

/**
 * What is taken for each letter, by a list that the oracle does not have (that of `homoglyph-search`, which answers
 * only for one sign at a time: about four seconds).
 */
export function lookAlikes(): ReadonlyMap<string, readonly string[]> {
  const shapes = new Map<string, string[]>(letters.map((letter) => [letter, []]));
  for (let point = 0x80; point <= lastPlane; point++) {
    const sign = String.fromCodePoint(point);
    if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(sign) || large.test(sign)) continue;
    for (const letter of letters)
      if (homoglyphs.search(sign, [letter]).length > 0) shapes.get(letter)?.push(sign);
  }
  return shapes;
}
