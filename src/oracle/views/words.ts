import { unitsOf, unitTable } from '../units';
import { apart, createWeave, putInto, wovenIfAny, type View, type Weave } from '../text';
import { wordsForSigns } from './sign-words';

/** Fewer words in a row are ordinary speech. */
const fewestWords = 5;
/** A list with a stop after each word has no sentences. */
const mostStops = 8;
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

/** Letters and digits in small letters, and `@`; 0 for what stands between words. */
const wordy = unitTable((sign, code) => (/[a-z0-9@]/i.test(sign) ? code | 32 : 0));

/** Whether a word may be known, by its hash: nearly all words of a text are turned away here. */
const known = new Uint8Array(4_096);
for (const word of wordsForSigns.keys())
  known[lastOf(Array.from(word, (letter) => letter.charCodeAt(0) | 32))] = 1;

function lastOf(codes: readonly number[]): number {
  return codes.reduce(nextHash, 0) & 4_095;
}

function nextHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) & 0xfffff;
}

/** Reads words that stand for letters or digits: spelling alphabets and number words of several languages. */
export const words: View = {
  name: 'words',
  read(text, units = unitsOf(text)) {
    const weave = createWeave();
    let run: Run = emptyRun();
    for (let index = 0; index < units.length; index++) {
      const start = index;
      let hash = 0;
      for (; index < units.length; index++) {
        const code = wordy[units[index] ?? 0] ?? 0;
        if (code === 0) break;
        hash = nextHash(hash, code);
      }
      if (index === start) continue;
      // Minified scripts are full of single letters: what stands before the first word is only looked at then.
      if (run.count === 0 && (index - start === 1 || known[hash & 4_095] === 0)) {
        run.start = index - start > 1 ? -1 : run.start < 0 ? start : run.start;
        continue;
      }
      if (extend(run, text, start, index)) continue;
      finish(run, weave);
      if (run.count > 0) run = emptyRun();
      run.start = -1;
    }
    finish(run, weave);
    return wovenIfAny(weave);
  },
};

interface Run {
  start: number;
  /** Signs of words only, and of words and single letters. */
  words: string;
  all: string;
  count: number;
  /** Where in the text the last word ended, and where in `words` a sentence did. */
  end: number;
  readonly stops: number[];
}

function emptyRun(): Run {
  return { start: -1, words: '', all: '', count: 0, end: 0, stops: [] };
}

/** Takes a word into the run; false when it does not go on with it. */
function extend(run: Run, text: string, start: number, end: number): boolean {
  if (end - start > longestWord) return false;
  if (end - start === 1) {
    run.all += text[start]?.toLowerCase() ?? '';
    return true;
  }
  const token = text.slice(start, end).toLowerCase();
  const sign = wordsForSigns.get(token);
  if (sign === undefined) return run.count > 0 && fillers.has(token);
  if (run.count === 0 && run.start >= 0) run.all = lettersIn(text.slice(run.start, start));
  if (run.start < 0) run.start = start;
  if (run.count > 0 && /[;:!?]/.test(text.slice(run.end, start))) run.stops.push(run.words.length);
  run.end = end;
  run.all += sign;
  run.words += sign;
  run.count++;
  return true;
}

function lettersIn(text: string): string {
  return text.toLowerCase().replace(/[a-z0-9@]{2,}|[^a-z0-9@]/g, '');
}

/** The signs of a run, with those before a run of words left out where they are single letters of their own. */
function finish(run: Run, weave: Weave): void {
  if (run.count < fewestWords) return;
  putInto(weave, `${run.words}${apart}`, run.start);
  if (run.all !== run.words) putInto(weave, `${run.all}${apart}`, run.start);
  // "tres" after a full stop may be Latin.
  if (run.stops.length > mostStops) return;
  for (const [index, stop] of run.stops.entries())
    for (const part of [run.words.slice(run.stops[index - 1] ?? 0, stop), run.words.slice(stop)])
      putInto(weave, `${part}${apart}`, run.start);
}
