import { unitsOf, type Units } from '../units';
import { apart, createWeave, putInto, wovenIfAny, type View } from '../text';

/** Single signs with the same kind of gap after each. */
const runs = /(?<!\S)[!-~](?:(?:[ \t]|\r?\n)[!-~]){9,}(?!\S)/g;

/**
 * Joins signs that stand alone, as in `Q W 5 u`, so that other views can read what they spell. Plain values need no
 * such help: packing ignores the gaps.
 */
export const spelled: View = {
  name: 'spelled',
  read(text, units) {
    if (!alternates(units ?? unitsOf(text))) return null;
    const weave = createWeave();
    for (const match of text.matchAll(runs))
      putInto(weave, `${match[0].replace(/\s/g, '')}${apart}`, match.index);
    return wovenIfAny(weave);
  },
};

const fewest = 18;
const stride = fewest - 4;

/** Whether blanks and other signs take turns for long enough: looks at four signs out of fourteen, until they do. */
function alternates(units: Units): boolean {
  for (let probe = stride; probe < units.length; probe += stride) {
    if (!turnsAt(units, probe) || !turnsAt(units, probe - 1) || !turnsAt(units, probe - 2)) continue;
    let begin = probe - 2;
    while (begin > 0 && turnsAt(units, begin)) begin--;
    let end = probe;
    while (end < units.length && turnsAt(units, end)) end++;
    if (end - begin >= fewest) return true;
  }
  return false;
}

/** Whether just one of a sign and the one before it is a blank. */
function turnsAt(units: Units, index: number): boolean {
  return (units[index] ?? 0) <= 32 !== (units[index - 1] ?? 0) <= 32;
}
