import type { Derived, View } from '../text';

/** The whole text from its end, for what was encoded first and then reversed. */
export const reversed: View = {
  name: 'reversed',
  read: (text) => ({
    text: Array.from(text).toReversed().join(''),
    from: (offset) => Math.max(0, text.length - 1 - offset),
  }),
};

/** Letters half an alphabet on, for what was encoded first and then rotated. */
export const rot13: View = {
  name: 'rot13',
  read: (text) =>
    inPlace(text, /[a-z]/gi, (letter) => {
      const base = letter <= 'Z' ? 65 : 97;
      return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
    }),
};

/** All printable ASCII signs half way on; unlike the others it hides values from the index, too. */
export const rot47: View = {
  name: 'rot47',
  read: (text) =>
    inPlace(text, /[!-~]/g, (sign) => String.fromCharCode(((sign.charCodeAt(0) - 33 + 47) % 94) + 33)),
};

function inPlace(text: string, signs: RegExp, turn: (sign: string) => string): Derived | null {
  const turned = text.replace(signs, turn);
  return turned === text ? null : { text: turned, from: (offset) => offset };
}
