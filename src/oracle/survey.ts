/** What a text could hold, as bits: runs that are long enough for an encoding. The first four count signs of a class. */
export const traces = { base32: 1, hex: 2, numbers: 4, morse: 8, spelled: 16, foreign: 32 } as const;

/** Signs of each class in a row that make it worth a look, in the order of the bits. */
const classes: readonly (readonly [signs: RegExp, fewest: number])[] = [
  [/[A-Z2-7]/, 12],
  [/[0-9a-f\s,:;_x\\-]/i, 14],
  [/[0-9\s,;.&#|/\\-]/, 13],
  [/[.\s/|_-]/, 13],
];
const fewestSpelled = 18;
/** More blanks in a row (indentation) are between two runs, not within one. */
const mostBlanks = 4;

/** Four counters share one number, a byte for each: this is one more of each. */
const one = 0x01010101;
/** Added to the counters, it sets the highest bit of each that has come far enough. */
const bias = classes.reduce((sum, [, fewest], lane) => sum | ((128 - fewest) << (8 * lane)), 0);
const highest = 0x80808080 | 0;
/** By code: the counters that go on with it. The others begin again. */
const goesOn = Int32Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return classes.reduce((sum, [signs], lane) => sum | (signs.test(sign) ? 0x7f << (8 * lane) : 0), 0);
});
/** Dashes and dots of many kinds are written for Morse code. */
const goesOnOther = 0x7f << 24;

/** One look at every sign of a text: which of the {@link traces} it has. `foreign`: other signs than ASCII. */
export function survey(text: string): number {
  let found = 0;
  let wanted = -1;
  let counters = 0;
  let blanks = 0;
  let last = 0;
  let alternating = 0;
  for (let index = 0, end = text.length; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code >= 128) found |= traces.foreign;
    counters = (counters + one) & wanted & (code < 128 ? (goesOn[code] ?? 0) : goesOnOther);
    const blank = code <= 32 ? 1 : 0;
    alternating = (alternating + 1) * (blank ^ last);
    if (alternating === fewestSpelled) found |= traces.spelled;
    last = blank;
    blanks = (blanks + 1) * blank;
    if (blanks > mostBlanks) counters = 0;
    const far = (counters + bias) & highest;
    if (far === 0) continue;
    found |= lanesOf(far);
    // All bits of the lanes that have come far enough: they need not be counted any more.
    wanted &= ~(far | (far - (far >>> 7)));
  }
  return found;
}

function lanesOf(far: number): number {
  return ((far >>> 7) & 1) | ((far >>> 14) & 2) | ((far >>> 21) & 4) | ((far >>> 28) & 8);
}
