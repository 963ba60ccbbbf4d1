import { runsIn, signClass, tells } from '../runs';
import { apart, createWeave, putInto, wovenIfAny, type View } from '../text';

/** ITU-R M.1677-1: letters and digits, then the signs that addresses need. */
const code = new Map(
  [
    '.- a|-... b|-.-. c|-.. d|. e|..-. f|--. g|.... h|.. i|.--- j|-.- k|.-.. l|-- m|-. n|--- o|.--. p|--.- q|.-. r',
    '... s|- t|..- u|...- v|.-- w|-..- x|-.-- y|--.. z|----- 0|.---- 1|..--- 2|...-- 3|....- 4|..... 5|-.... 6|--... 7',
    '---.. 8|----. 9|.-.-.- .|.--.-. @|-....- -|..--.- _',
  ]
    .join('|')
    .split('|')
    .map((entry): [string, string] => [
      entry.slice(0, entry.indexOf(' ')),
      entry.slice(entry.indexOf(' ') + 1),
    ]),
);

const lists = /[.·•\-–—−_]{1,6}(?:[ /|\n]{1,4}[.·•\-–—−_]{1,6}){6,}/g;

const dotsAndDashes = { signs: signClass(/[._-]/, /[\s/|]/, tells), fewest: 7 };

/** Reads Morse code written with dots and dashes. */
export const morse: View = {
  name: 'morse',
  read(text, units) {
    const weave = createWeave();
    for (const { run, begin } of runsIn(text, dotsAndDashes, units))
      for (const match of run.matchAll(lists)) {
        const plain = match[0].replace(/[·•]/g, '.').replace(/[–—−_]/g, '-');
        const letters = plain.split(/[ /|\n]+/).map((signs) => code.get(signs) ?? ' ');
        putInto(weave, `${letters.join('')}${apart}`, begin + match.index);
      }
    return wovenIfAny(weave);
  },
};
