import { jsonLeaves, pathOf, placeOf, type Leaf } from './json';
import { streamEvents, type Piece } from './events';
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
  for (const leaf of leaves) copyLeaf(weave, text, leaf);
  joinNames(weave, text, leaves);
  return { name: 'fields', ...woven(weave) };
}

function copyLeaf(weave: Weave, text: string, leaf: Leaf): void {
  copyInto(weave, text, leaf.start, leaf.end);
  putInto(weave, '\n', leaf.end);
}

const givenName = /first|given|fore|vorname|prenom/i;
const familyName = /last|family|sur_?name|nachname/i;

/** First and last name of one object need not be neighbours. */
function joinNames(weave: Weave, text: string, leaves: readonly Leaf[]): void {
  const given = new Map<unknown, Leaf>();
  const family = new Map<unknown, Leaf>();
  for (const leaf of leaves) {
    const { object, name } = placeOf(leaf);
    if (givenName.test(name)) given.set(object, leaf);
    else if (familyName.test(name)) family.set(object, leaf);
  }
  for (const [object, first] of given) {
    const last = family.get(object);
    if (last === undefined) continue;
    copyLeaf(weave, text, first);
    copyLeaf(weave, text, last);
  }
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
