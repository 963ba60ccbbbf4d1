import { apart, createWeave, putInto, wovenIfAny, type View } from '../text';

/** `First name: Jane`, or the label on a line (in a cell) and the name on the next one. */
const given =
  /\b(?:first|given|fore)[ _-]?names?\b[\s:=|>"']{1,40}(\p{L}[\p{L}\p{M}.'’-]*(?: \p{L}[\p{L}\p{M}.'’-]*)?)/giu;
const family = /\b(?:last|family|sur)[ _-]?names?\b[\s:=|>"']{1,40}(\p{L}[\p{L}\p{M}.'’ -]*)/giu;
/** Further apart they belong to two people. */
const farthest = 400;

/** Joins first and last names that stand apart with their labels, as in forms, definition lists and tables. */
export const labelledNames: View = {
  name: 'labelled names',
  read(text) {
    if (!/(?:first|given|fore)[ _-]?name/i.test(text)) return null;
    const weave = createWeave();
    for (const first of text.matchAll(given)) {
      const end = first.index + first[0].length;
      const near = text.slice(Math.max(0, first.index - farthest), end + farthest);
      for (const [, last] of near.matchAll(family))
        putInto(weave, `${first[1] ?? ''} ${last?.trim() ?? ''}${apart}`, first.index);
    }
    return wovenIfAny(weave);
  },
};
