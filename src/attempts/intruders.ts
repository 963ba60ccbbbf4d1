import type { Visitor } from '../visit/visitor';

/** Who tries: one visitor, or several who try the same between one set of controls. */
export type Intruders = Visitor | readonly Visitor[];

/** The visitors of an expectation, and what they are called together: `userB, wrongTenant and loggedOut`. */
export function namesOf(intruders: readonly Visitor[]): string {
  const names = intruders.map(({ name }) => name);
  const last = names.at(-1) ?? 'nobody';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}

export function listOf(intruders: Intruders): readonly Visitor[] {
  return isList(intruders) ? intruders : [intruders];
}

function isList(intruders: Intruders): intruders is readonly Visitor[] {
  return Array.isArray(intruders);
}
