import type { KnownFault } from './catalogue';

/** Faults that one start of the demo can have at once. */
export type Group = readonly [KnownFault, ...KnownFault[]];

/** A report names five places of a finding: with more faults of one channel, some would have none left. */
const mostOfChannel = 3;

/**
 * Puts faults together that show the same in places of their own, so that each is still proved by itself: of one cause,
 * caught by the same guarantees, and no two of them in the same place. All others stay alone.
 */
export function groupsOf(faults: readonly KnownFault[]): readonly Group[] {
  const groups: [KnownFault, ...KnownFault[]][] = [];
  for (const fault of faults) {
    const group = groups.find((others) => mayJoin(fault, others));
    if (group) group.push(fault);
    else groups.push([fault]);
  }
  return groups;
}

function mayJoin(fault: KnownFault, others: Group): boolean {
  const sameChannel = others.filter(({ shownIn }) => shownIn?.channel === fault.shownIn?.channel);
  return (
    fault.shownIn !== undefined &&
    sameChannel.length < mostOfChannel &&
    others.every((other) => isAlike(fault, other)) &&
    sameChannel.every((other) => isApart(fault.shownIn?.at, other.shownIn?.at))
  );
}

function isAlike(one: KnownFault, other: KnownFault): boolean {
  const isSameFolder = one.caughtBy.join() === other.caughtBy.join();
  return other.shownIn !== undefined && one.rootCause === other.rootCause && isSameFolder;
}

function isApart(one = '', other = ''): boolean {
  return !one.includes(other) && !other.includes(one);
}
