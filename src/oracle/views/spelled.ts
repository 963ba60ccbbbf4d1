import { createWeave, type View } from '../text';

/** Single signs with the same kind of gap after each. */
const runs = /(?<![^\s])[!-~](?:[ \t\r\n|,·]{1,2}[!-~]){9,}(?![^\s])/g;
const gaps = /[ \t\r\n]+|[|,·](?=[!-~])/g;

/**
 * Joins signs that stand alone, as in `Q W 5 u`, so that other views can read what they spell. Plain values need no
 * such help: packing ignores the gaps.
 */
export const spelled: View = {
  name: 'spelled',
  read(text) {
    const weave = createWeave();
    for (const match of text.matchAll(runs)) weave.put(`${match[0].replace(gaps, '')}\n`, match.index);
    return weave.length() === 0 ? null : weave.done();
  },
};
