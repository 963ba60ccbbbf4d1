import { createWeave, putInto, wovenIfAny, type View } from '../text';
import { familyLabel, givenLabel } from './name-labels';
import { wall } from './wall';

const label = `(?:(${givenLabel})|${familyLabel})(?!\\p{L})`;
const word = String.raw`\p{L}[\p{L}\p{M}.'’-]*`;
/** `First name: Jane`, or the label on a line (in a cell) and the name on the next one. */
const labelled = new RegExp(
  String.raw`(?<!\p{L})${label}[\s:=|>"']{1,40}(${word}(?: (?!${label})${word}){0,2})`,
  'giu',
);
const anyGiven = new RegExp(givenLabel, 'i');
/** Further apart they belong to two people. */
const farthest = 400;

interface Labelled {
  readonly isGiven: boolean;
  readonly name: string;
  readonly start: number;
}

/**
 * Joins a first and a last name that stand apart with their labels, as in forms, definition lists and tables. A label that
 * comes again begins somebody else.
 */
export const labelledNames: View = {
  name: 'labelled names',
  read(text) {
    if (!anyGiven.test(text)) return null;
    const weave = createWeave();
    let last: Labelled | null = null;
    for (const { 1: given, 2: name = '', index: start } of text.matchAll(labelled)) {
      const next: Labelled = { isGiven: given !== undefined, name, start };
      if (last !== null && last.isGiven !== next.isGiven && start - last.start <= farthest) {
        putInto(weave, pairOf(last, next), last.start);
        last = null;
      } else last = next;
    }
    return wovenIfAny(weave);
  },
};

function pairOf(one: Labelled, other: Labelled): string {
  return one.isGiven ? `${one.name} ${other.name}${wall}` : `${other.name} ${one.name}${wall}`;
}
