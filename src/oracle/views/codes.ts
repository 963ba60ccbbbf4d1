import { traces } from '../survey';
import { apart, createWeave, putInto, wovenIfAny, type View } from '../text';

/** A way of writing characters as a list of numbers. */
interface Notation {
  readonly runs: RegExp;
  readonly numbers: RegExp;
  readonly read: (number: string) => string;
}

const printable = (code: number): string =>
  code >= 32 && code !== 127 && code < 0x3000 ? String.fromCharCode(code) : '\n';

const notations: readonly Notation[] = [
  {
    runs: /\b\d{2,4}(?:[\s,;.&#|/-]{1,3}\d{2,4}){6,}\b/g,
    numbers: /\d+/g,
    read: (number) => printable(Number.parseInt(number, 10)),
  },
  {
    runs: /\b[0-3]?[0-7]{2}(?:[\s,;.&#|/\\-]{1,3}[0-3]?[0-7]{2}){6,}\b/g,
    numbers: /\d+/g,
    read: (number) => printable(Number.parseInt(number, 8)),
  },
  {
    runs: /\b[01]{7,8}(?:[\s,;.-]{0,2}[01]{7,8}){6,}\b/g,
    numbers: /[01]{7,8}/g,
    read: (number) => printable(Number.parseInt(number, 2)),
  },
  {
    runs: /\b\d{1,2}(?:[\s,;.|/-]{1,3}\d{1,2}){6,}\b/g,
    numbers: /\d+/g,
    read: (number) =>
      Number(number) >= 1 && Number(number) <= 26 ? String.fromCharCode(96 + Number(number)) : '\n',
  },
];

/** Reads lists of character codes (decimal, octal, binary) and of places in the alphabet. */
export const codes: View = {
  name: 'codes',
  needs: traces.numbers,
  read(text) {
    const weave = createWeave();
    for (const { runs, numbers, read } of notations) {
      for (const match of text.matchAll(runs)) {
        const letters = Array.from(match[0].matchAll(numbers), ([number]) => read(number)).join('');
        if (/[^\n]{7}/.test(letters)) putInto(weave, `${letters}${apart}`, match.index);
      }
    }
    return wovenIfAny(weave);
  },
};
