import { runsIn, signClass } from '../runs';
import { apart, createWeave, putInto, wovenIfAny, type View, type Weave } from '../text';

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

const lists = { signs: signClass(/[0-9]/, /[\s,;.&#|/\\-]/), fewest: 7 };

/** Reads lists of character codes (decimal, octal, binary) and of places in the alphabet. */
export const codes: View = {
  name: 'codes',
  read(text, units) {
    const weave = createWeave();
    for (const { run, begin } of runsIn(text, lists, units)) {
      if (!holdsList(run)) continue;
      for (const notation of notations) addLetters(run, begin, notation, weave);
    }
    return wovenIfAny(weave);
  },
};

const fewestNumbers = 7;
/** Of binary numbers with nothing between them. */
const shortestUnparted = 49;

/** Whether there are enough numbers in a run for a list of letters. */
function holdsList(run: string): boolean {
  let numbers = 0;
  let wasDigit = false;
  for (let index = 0; index < run.length; index++) {
    const code = run.charCodeAt(index);
    const isDigit = code >= 48 && code <= 57;
    if (isDigit && !wasDigit) numbers++;
    wasDigit = isDigit;
  }
  return numbers >= fewestNumbers || run.length >= shortestUnparted;
}

function addLetters(run: string, begin: number, { runs, numbers, read }: Notation, weave: Weave): void {
  for (const match of run.matchAll(runs)) {
    const letters = Array.from(match[0].matchAll(numbers), ([number]) => read(number)).join('');
    if (/[^\n]{7}/.test(letters)) putInto(weave, `${letters}${apart}`, begin + match.index);
  }
}
