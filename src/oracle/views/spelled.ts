import { traces } from '../survey';
import { apart, createWeave, putInto, wovenIfAny, type View } from '../text';

/** Single signs with the same kind of gap after each. */
const runs = /(?<!\S)[!-~](?:(?:[ \t]|\r?\n)[!-~]){9,}(?!\S)/g;

/**
 * Joins signs that stand alone, as in `Q W 5 u`, so that other views can read what they spell. Plain values need no
 * such help: packing ignores the gaps.
 */
export const spelled: View = {
  name: 'spelled',
  needs: traces.spelled,
  read(text) {
    const weave = createWeave();
    for (const match of text.matchAll(runs))
      putInto(weave, `${match[0].replace(/\s/g, '')}${apart}`, match.index);
    return wovenIfAny(weave);
  },
};
