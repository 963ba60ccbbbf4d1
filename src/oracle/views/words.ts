import { createWeave, type View, type Weave } from '../text';
import { wordsForSigns } from './sign-words';

/** Fewer words in a row are ordinary speech. */
const fewestWords = 5;
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
const tokens = /[a-z0-9@]+|\r?\n[ \t]*\r?\n/gi;

/** Reads words that stand for letters or digits: spelling alphabets and number words of several languages. */
export const words: View = {
  name: 'words',
  read(text) {
    const weave = createWeave();
    let run: Run = emptyRun();
    for (const match of text.matchAll(tokens)) {
      if (extend(run, match[0].toLowerCase(), match.index)) continue;
      finish(run, weave);
      run = emptyRun();
    }
    finish(run, weave);
    return weave.length() === 0 ? null : weave.done();
  },
};

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

function extend(run: Run, token: string, index: number): boolean {
  const sign = wordsForSigns.get(token);
  if (sign === undefined && token.length > 1) return run.start >= 0 && fillers.has(token);
  if (run.start < 0) run.start = index;
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
  weave.put(`${run.words}\n`, run.start);
  if (run.all !== run.words) weave.put(`${run.all}\n`, run.start);
}
