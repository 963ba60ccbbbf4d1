import { jsonLeaves, pathOf, placeOf, type Leaf } from './json';
import { streamEvents, type Piece } from './events';
import { familyLabel, givenLabel } from './views/name-labels';
import { wall } from './views/wall';
import { apart, copyInto, createWeave, putInto, woven, wovenIfAny, type Derived, type Weave } from './text';

/** A text put together from parts of another that belong together. */
export interface Joined extends Derived {
  readonly name: 'fields' | 'stream';
  /** Where in the body: the JSON path over all events, for streams. */
  readonly path?: string;
}

/** Everything that a JSON text says, its property names left out: neighbouring leaves read as one. */
export function joinedFields(text: string, leaves: readonly Leaf[]): Joined | null {
  if (leaves.length < 2) return null;
  const weave = createWeave();
  const people = peopleIn(leaves);
  let last: unknown;
  for (const leaf of leaves) {
    const { object } = placeOf(leaf);
    if (object !== last && people.has(last) && people.has(object)) putInto(weave, wall, leaf.start);
    last = object;
    copyLeaf(weave, text, leaf);
  }
  for (const { given, family } of people.values()) {
    putInto(weave, wall, given.start);
    copyLeaf(weave, text, given);
    copyLeaf(weave, text, family);
  }
  return { name: 'fields', ...woven(weave) };
}

function copyLeaf(weave: Weave, text: string, leaf: Leaf): void {
  copyInto(weave, text, leaf.start, leaf.end);
  putInto(weave, '\n', leaf.end);
}

const givenName = new RegExp(`first|${givenLabel}`, 'i');
const familyName = new RegExp(`last|${familyLabel}`, 'i');

interface Person {
  readonly given: Leaf;
  readonly family: Leaf;
}

/** First and last name of one object need not be neighbours; those of two objects are two people's. */
function peopleIn(leaves: readonly Leaf[]): ReadonlyMap<unknown, Person> {
  const given = new Map<unknown, Leaf>();
  const family = new Map<unknown, Leaf>();
  for (const leaf of leaves) {
    const { object, name } = placeOf(leaf);
    if (givenName.test(name)) given.set(object, leaf);
    else if (familyName.test(name)) family.set(object, leaf);
  }
  const people = new Map<unknown, Person>();
  for (const [object, first] of given) {
    const last = family.get(object);
    if (last !== undefined) people.set(object, { given: first, family: last });
  }
  return people;
}

/** What a stream says once its chunks are put together: one text for each JSON path over all events. */
export function joinedStream(text: string, type?: string): readonly Joined[] {
  const events = streamEvents(text, type);
  if (events === null || events.length < 2) return [];
  const weaves = new Map<string, Weave>();
  const weaveOf = (path: string): Weave => {
    const weave = weaves.get(path) ?? createWeave();
    weaves.set(path, weave);
    return weave;
  };
  for (const piece of events.flatMap(({ pieces }) => pieces)) copyEvent(text, piece, weaveOf);
  return [...weaves].map(([path, weave]) => ({
    name: 'stream',
    ...(path === '' ? {} : { path }),
    ...woven(weave),
  }));
}

/** What each event of a stream says by itself, its property names left out. */
export function joinedEvents(text: string, type?: string): Joined | null {
  const weave = createWeave();
  for (const { pieces } of streamEvents(text, type) ?? [])
    for (const { start, end } of pieces) {
      const leaves = jsonLeaves(text.slice(start, end)) ?? [];
      if (leaves.length < 2) continue;
      for (const leaf of leaves) copyInto(weave, text, start + leaf.start, start + leaf.end + 1);
      putInto(weave, apart, end);
    }
  const joined = wovenIfAny(weave);
  return joined === null ? null : { name: 'fields', ...joined };
}

function copyEvent(text: string, { start, end }: Piece, weaveOf: (path: string) => Weave): void {
  const leaves = jsonLeaves(text.slice(start, end));
  if (leaves === null) copyInto(weaveOf(''), text, start, end);
  for (const leaf of leaves ?? [])
    copyInto(weaveOf(pathOf(leaf)), text, start + leaf.start, start + leaf.end);
}
