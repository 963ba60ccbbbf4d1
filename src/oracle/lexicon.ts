import { createMatcher, type Matcher } from './matcher';
import { leetKeys, mirrored, plainKeys, spellings, type Key } from './keys';
import { packedText } from './pack';
import { sortOf, type Value } from './value';

/** That a key stands for a value (by its number), and behind which disguises. */
export interface Meaning {
  readonly value: number;
  readonly disguise: readonly string[];
}

/** One index over all keys of one sense. */
export interface Lexicon {
  readonly matcher: Matcher;
  /** By key: everything that it could stand for. More than one owner: nobody's secret among them. */
  readonly meanings: readonly (readonly Meaning[])[];
}

function createLexicon(
  values: readonly Value[],
  keysOf: (value: Value) => readonly Key[],
  isPublic: (packed: string) => boolean,
): Lexicon {
  const numbers = new Map<string, Meaning[]>();
  const parts = new Set<string>();
  for (const [number, value] of values.entries()) {
    for (const { packed, disguise, isPart = false } of keysOf(value)) {
      if (isPublic(packed)) continue;
      if (isPart) parts.add(packed);
      const known = numbers.get(packed);
      if (known === undefined) numbers.set(packed, [{ value: number, disguise }]);
      else if (!known.some((meaning) => meaning.value === number)) known.push({ value: number, disguise });
    }
  }
  for (const packed of parts)
    if (ownersOf(numbers.get(packed) ?? [], values).size > 1) numbers.delete(packed);
  return { matcher: createMatcher([...numbers.keys()]), meanings: [...numbers.values()] };
}

function ownersOf(meanings: readonly Meaning[], values: readonly Value[]): ReadonlySet<string | undefined> {
  return new Set(meanings.map(({ value }) => values[value]?.owner));
}

/** The two indices of a set of values: as written, and by look-alike class. */
export interface Lexicons {
  readonly plain: Lexicon;
  readonly leet: Lexicon;
  /** How far, in characters, something in a text may change what a value beside it reads like. */
  readonly reach: number;
}

/** Of longer values, parts are keys of their own. */
const mostReach = 256;
const leastReach = 64;

/** Indexes values under all their keys, less those that the product shows to everybody. */
export function createLexicons(values: readonly Value[], publicValues: readonly string[]): Lexicons {
  const shown = new Set(
    publicValues.flatMap(spellingsOf).flatMap((packed) => mirrored(packed).map((key) => key.packed)),
  );
  const shownLeet = new Set(publicValues.map((text) => packedText(text, 'leet')));
  const isPublic = (value: Value): boolean => shown.has(packedText(value.text, 'sound'));
  const longest = values.reduce((length, { text }) => Math.max(length, text.length), 0);
  return {
    reach: Math.min(mostReach, leastReach + longest),
    plain: createLexicon(
      values,
      (value) => (isPublic(value) ? [] : plainKeys(value)),
      (packed) => shown.has(packed),
    ),
    leet: createLexicon(
      values,
      (value) => (isPublic(value) ? [] : leetKeys(value)),
      (packed) => shownLeet.has(packed),
    ),
  };
}

function spellingsOf(text: string): readonly string[] {
  return spellings({ text, sort: sortOf('', text) });
}
