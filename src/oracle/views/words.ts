import { apart, createWeave, type View, type Weave } from '../text';
import { wordsForSigns } from './sign-words';

/** Fewer words in a row are ordinary speech. */
const fewestWords = 5;
/** "kaufmann" and "xanthippe" have nine letters. */
const longestWord = 10;
/** `A as in Alpha`, `n wie Nordpol`. */
const fillers = new Set([
  'as',
  'in',
  'for',
  'like',
  'wie',
  'comme',
  'como',
  'and',
  'the',
  'letter',
  'capital',
  'small',
]);

/** One bit for the hash of each word that is known: nearly all words of a text are turned away by it. */
const bits = new Uint8Array(4_096);
for (const word of wordsForSigns.keys()) bits[hashOf(word, 0, word.length)] = 1;

/** Of the letters `[start, end)`, in whatever case. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let index = start; index < end; index++) hash = (hash * 31 + (text.charCodeAt(index) | 32)) & 0xfffff;
  return (hash ^ (hash >> 8)) & 4_095;
}

/** Reads words that stand for letters or digits: spelling alphabets and number words of several languages. */
export const words: View = {
  name: 'words',
  read(text) {
    const weave = createWeave();
    let run: Run = emptyRun();
    for (let index = 0; index < text.length; index++) {
      if (!isWordy(text.charCodeAt(index))) continue;
      const start = index;
      while (index + 1 < text.length && isWordy(text.charCodeAt(index + 1))) index++;
      const length = index + 1 - start;
      if (
        run.start < 0 &&
        (length > longestWord || (length > 1 && bits[hashOf(text, start, index + 1)] === 0))
      )
        continue;
      if (extend(run, text, start, index + 1)) continue;
      finish(run, weave);
      if (run.start >= 0) run = emptyRun();
    }
    finish(run, weave);
    return weave.length() === 0 ? null : weave.done();
  },
};

function isWordy(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 64 && code <= 90) || (code >= 48 && code <= 57);
}

interface Run {
  start: number;
  /** Signs of words only, and of words and single letters. */
  words: string;
  all: string;
  count: number;
}

function emptyRun(): Run {
  return { start: -1, words: '', all: '', count: 0 };
}

function extend(run: Run, text: string, start: number, end: number): boolean {
  if (end - start > longestWord) return false;
  const token = text.slice(start, end).toLowerCase();
  const sign = wordsForSigns.get(token);
  if (sign === undefined && token.length > 1) return run.start >= 0 && fillers.has(token);
  if (run.start < 0) run.start = start;
  run.all += sign ?? token;
  if (sign !== undefined) {
    run.words += sign;
    run.count++;
  }
  return true;
}

/** The signs of a run, with those before a run of words left out where they are single letters of their own. */
function finish(run: Run, weave: Weave): void {
  if (run.count < fewestWords) return;
  weave.put(`${run.words}${apart}`, run.start);
  if (run.all !== run.words) weave.put(`${run.all}${apart}`, run.start);
}
