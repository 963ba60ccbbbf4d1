import { gap, tableOf, type Sense } from './fold';
import { mayBegin, shortestKey, stepIf, type KeyIndex } from './key-index';
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

/** Where the first six symbols of a word end, with their hash: the places at which the index is asked. */
interface Places {
  readonly at: Uint32Array;
  readonly hashes: Int32Array;
}

const blockLength = 4_096;
const [soundPlaces, leetPlaces, turnedPlaces] = [newPlaces(), newPlaces(), newPlaces()];

/** One more than are kept: each place is written, and the next one over it where it was none. */
function newPlaces(): Places {
  return { at: new Uint32Array(blockLength + 1), hashes: new Int32Array(blockLength + 1) };
}

/**
 * What `sweep` does in each sense, in one loop, and without a branch, which would be guessed wrongly at every other word:
 * a third of the time of three. In `look` ASCII says nothing that it does not say in `sound`. What `standsForLetter` of
 * `pack` decides about the signs of leet is decided here once more.
 */
export function sweepSenses(plain: KeyIndex, leetIndex: KeyIndex, units: Units, onHit: OnHitInSense): void {
  const { at: soundAt, hashes: soundHashes } = soundPlaces;
  const { at: leetAt, hashes: leetHashes } = leetPlaces;
  const { at: turnedAt, hashes: turnedHashes } = turnedPlaces;
  // Of each sense: the hash of its last six symbols; bit by bit, before which of them a word begins, and whether one begins next.
  let [hash, starts, leetHash, leetStarts, turnedHash, turnedStarts] = [0, 1, 0, 1, 0, 1];
  let before = 0;
  let unit = byUnit[units[0] ?? 0] ?? 0;
  for (let begin = 0, length = units.length; begin < length; begin += blockLength) {
    const end = Math.min(length, begin + blockLength);
    let [count, leetCount, turnedCount] = [0, 0, 0];
    for (let at = begin; at < end; at++) {
      const after = at + 1 < length ? (byUnit[units[at + 1] ?? 0] ?? 0) : 0;
      const is = (~unit >>> 7) & 1;
      hash = stepIf(is, hash, unit & 63);
      starts = (starts << is) | (is ^ 1);
      soundAt[count] = at;
      soundHashes[count] = hash;
      count += (starts >>> shortestKey) & is;

      const isWordyBefore = before >>> wordyShift;
      const isWordyAfter = after >>> wordyShift;
      const stands =
        (isWordyBefore & isWordyAfter) | ((unit >>> placedShift) & (isWordyBefore | isWordyAfter));
      const isLeet = ~((unit >>> (leetShift + 7)) | ((unit >>> (leetShift + 6)) & ~stands)) & 1;
      leetHash = stepIf(isLeet, leetHash, (unit >>> leetShift) & 63 & -isLeet);
      leetStarts = (leetStarts << isLeet) | (isLeet ^ 1);
      leetAt[leetCount] = at;
      leetHashes[leetCount] = leetHash;
      leetCount += (leetStarts >>> shortestKey) & isLeet;

      const isTurned = (~unit >>> (turnedShift + 7)) & 1;
      const mayEnd = (unit >>> (turnedShift + 6)) & 1;
      turnedHash = stepIf(isTurned, turnedHash, (unit >>> turnedShift) & 63);
      turnedStarts = ((turnedStarts | mayEnd) << isTurned) | mayEnd | (isTurned ^ 1);
      turnedAt[turnedCount] = at;
      turnedHashes[turnedCount] = turnedHash;
      turnedCount += (turnedStarts >>> shortestKey) & isTurned;

      before = unit;
      unit = after;
    }
    ask({ index: plain, units, sense: 'sound' }, soundPlaces, count, onHit);
    ask({ index: leetIndex, units, sense: 'leet' }, leetPlaces, leetCount, onHit);
    ask({ index: plain, units, sense: 'rot47' }, turnedPlaces, turnedCount, onHit);
  }
}

interface Asked {
  readonly index: KeyIndex;
  readonly units: Units;
  readonly sense: Sense;
}

function ask(
  { index, units, sense }: Asked,
  { at, hashes }: Places,
  count: number,
  onHit: OnHitInSense,
): void {
  for (let place = 0; place < count; place++) {
    const hash = hashes[place] ?? 0;
    if (mayBegin(index, hash) !== 0)
      compare(index, units, sense, hash, at[place] ?? 0, (...hit) => onHit(sense, ...hit));
  }
}
