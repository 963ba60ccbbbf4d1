import { unitsOf, unitTable, type Units, type UnitTable } from './units';

/** What a sign is to a run: the end of it, a part, or a part of what the run is about. */
export const ends = 0;
const joins = 1;
export const tells = 2;

/** Makes a class of what tells and of what may stand between; other signs than ASCII end a run unless `others` says so. */
export function signClass(telling: RegExp, joining?: RegExp, others: number = ends): UnitTable {
  const between = (sign: string): number => (joining?.test(sign) === true ? joins : ends);
  return unitTable((sign) => (telling.test(sign) ? tells : between(sign)), others);
}

/**
 * Where the next run of a class begins that has at least `fewest` telling signs; -1 when there is none. Looks at every
 * `fewest`-th sign only, until one belongs to the class: of ordinary text most is passed over.
 * @param from offset at which nothing is in the middle of a run
 */
export function nextRun(units: Units, signs: UnitTable, fewest: number, from: number): number {
  for (let begin = from; ;) {
    const probe = begin + fewest - 1;
    if (probe >= units.length) return -1;
    if (signs[units[probe] ?? 0] === ends) {
      begin = probe + 1;
      continue;
    }
    let start = probe;
    while (start > begin && signs[units[start - 1] ?? 0] !== ends) start--;
    let telling = 0;
    let end = start;
    for (; end < units.length && telling < fewest; end++) {
      const role = signs[units[end] ?? 0] ?? ends;
      if (role === ends) break;
      telling += role >> 1;
    }
    if (telling >= fewest) return start;
    begin = end + 1;
  }
}

/** Offset after the run that `start` is in. */
export function runEnd(units: Units, signs: UnitTable, start: number): number {
  let end = start;
  while (end < units.length && signs[units[end] ?? 0] !== ends) end++;
  return end;
}

/** A run, with where it begins. */
export interface Run {
  readonly run: string;
  readonly begin: number;
}

/** What runs are of, and how many telling signs they need. */
interface Kind {
  readonly signs: UnitTable;
  readonly fewest: number;
}

const none: readonly Run[] = [];

/**
 * The runs of a class that are long enough, each with where it begins and one sign more on either side, for what an
 * expression says about neighbours. Most texts have none.
 */
export function runsIn(text: string, kind: Kind, units: Units = unitsOf(text)): Iterable<Run> {
  const first = nextRun(units, kind.signs, kind.fewest, 0);
  return first < 0 ? none : runsFrom(first, text, kind, units);
}

function* runsFrom(first: number, text: string, { signs, fewest }: Kind, units: Units): Generator<Run> {
  for (let start = first; start >= 0;) {
    const end = runEnd(units, signs, start);
    const begin = Math.max(0, start - 1);
    yield { run: text.slice(begin, end + 1), begin };
    start = nextRun(units, signs, fewest, end + 1);
  }
}
