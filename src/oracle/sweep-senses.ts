import { gap, tableOf, type Sense } from './fold';
import { mayBegin, shortestKey, step, type KeyIndex } from './key-index';
import { compare } from './sweep';
import { unitTable, type Units } from './units';

/** Called for each key that stands as a whole word (or words) in a sense, with where it does: `[start, end)`. */
export type OnHitInSense = (sense: Sense, key: number, start: number, end: number) => void;

/** What a unit is in all senses at once: eight bits each, then what it is to a sign of leet beside it. */
const leetShift = 8;
const turnedShift = 16;
const wordyShift = 24;
const placedShift = 25;
const byUnit = new Int32Array(1 << 16);

const sound = tableOf('sound');
const leet = tableOf('leet');
const turned = tableOf('rot47');
const placed = unitTable((sign) => (/[@$]/.test(sign) ? 1 : 0));
for (let unit = 0; unit < byUnit.length; unit++) {
  const isWordy = (leet[unit] ?? gap) !== gap ? 1 : 0;
  byUnit[unit] =
    (sound[unit] ?? gap) |
    ((leet[unit] ?? gap) << leetShift) |
    ((turned[unit] ?? gap) << turnedShift) |
    (isWordy << wordyShift) |
    ((placed[unit] ?? 0) << placedShift);
}

/**
 * What `sweep` does in each sense, in one loop: half the time of three. In `look` ASCII says nothing that it does not say
 * in `sound`. What `standsForLetter` of `pack` decides about the signs of leet is decided here once more.
 */
export function sweepSenses(plain: KeyIndex, leetIndex: KeyIndex, units: Units, onHit: OnHitInSense): void {
  // Of each sense: the hash of its last six symbols, before which of them a word begins, and whether one begins next.
  let [hash, starts, flag] = [0, 0, 1];
  let [leetHash, leetStarts, leetFlag] = [0, 0, 1];
  let [turnedHash, turnedStarts, turnedFlag] = [0, 0, 1];
  let before = 0;
  let unit = byUnit[units[0] ?? 0] ?? 0;
  for (let at = 0, end = units.length; at < end; at++) {
    const after = at + 1 < end ? (byUnit[units[at + 1] ?? 0] ?? 0) : 0;
    let found = 0;
    if ((unit & gap) === 0) {
      hash = step(hash, unit & 63);
      starts = (starts << 1) | flag;
      flag = 0;
      found = mayBegin(plain, hash) & (starts >>> (shortestKey - 1));
    } else flag = 1;
    const isWordyBefore = before >>> wordyShift;
    const isWordyAfter = after >>> wordyShift;
    const stands = (isWordyBefore & isWordyAfter) | ((unit >>> placedShift) & (isWordyBefore | isWordyAfter));
    if ((((unit >>> (leetShift + 7)) | ((unit >>> (leetShift + 6)) & ~stands)) & 1) === 0) {
      leetHash = step(leetHash, (unit >>> leetShift) & 63);
      leetStarts = (leetStarts << 1) | leetFlag;
      leetFlag = 0;
      found |= (mayBegin(leetIndex, leetHash) & (leetStarts >>> (shortestKey - 1))) << 1;
    } else leetFlag = 1;
    if ((unit & (gap << turnedShift)) === 0) {
      const mayEnd = (unit >>> (turnedShift + 6)) & 1;
      turnedHash = step(turnedHash, (unit >>> turnedShift) & 63);
      turnedStarts = (turnedStarts << 1) | turnedFlag | mayEnd;
      turnedFlag = mayEnd;
      found |= (mayBegin(plain, turnedHash) & (turnedStarts >>> (shortestKey - 1))) << 2;
    } else turnedFlag = 1;
    if (found !== 0) {
      if ((found & 1) !== 0) compare(plain, units, 'sound', hash, at, (...hit) => onHit('sound', ...hit));
      if ((found & 2) !== 0)
        compare(leetIndex, units, 'leet', leetHash, at, (...hit) => onHit('leet', ...hit));
      if ((found & 4) !== 0)
        compare(plain, units, 'rot47', turnedHash, at, (...hit) => onHit('rot47', ...hit));
    }
    before = unit;
    unit = after;
  }
}
