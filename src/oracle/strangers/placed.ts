import { jsonLeaves, pathOf, placeOf, type Leaf } from '../json';

/** Something that says who somebody is, where it stands, and what is said there of whose it is. */
export interface Placed {
  /** In its one spelling, whichever way it was written. */
  readonly normal: string;
  readonly offset: number;
  readonly path?: string;
  /** In a message that a customer wrote, by what the message says of its author. */
  readonly isWritten?: boolean;
  /** What the object that it stands in says of whose it is: ids of users, addresses. */
  readonly marks?: readonly string[];
}

/** Values that are the viewer's own, by where some of their sightings stand: in its messages, beside its own id. */
export function ownValues(sightings: readonly Placed[], own: ReadonlySet<string>): ReadonlySet<string> {
  const mine = sightings.filter(
    ({ isWritten, marks = [] }) => isWritten === true || marks.some((mark) => own.has(mark)),
  );
  return new Set(mine.map(({ normal }) => normal));
}

/** Where in a JSON text; a property's name may itself be somebody's address, and is not told then. */
export function withPaths<One extends Placed>(text: string, sightings: readonly One[]): readonly One[] {
  const leaves = sightings.length === 0 ? null : jsonLeaves(text);
  if (leaves === null) return sightings;
  return sightings.map((sighting) => {
    const leaf = leaves.find(({ start, end }) => start <= sighting.offset && sighting.offset < end);
    if (leaf === undefined) return sighting;
    const path = pathOf(leaf);
    const isWritten = customers.test(authorOf(leaf, leaves, text) ?? '');
    const marks = marksBeside(leaf, leaves, text);
    return { ...sighting, isWritten, marks, ...(path.includes('["') ? {} : { path }) };
  });
}

const owners = /^(?:id|uid|sub|email|(?:user|owner|customer|account|profile|member)_?(?:id|email)?)$/i;

/** What the very object that a leaf belongs to says of whose it is. */
function marksBeside(leaf: Leaf, leaves: readonly Leaf[], text: string): readonly string[] {
  return leaves
    .filter((one) => placeOf(one).object === placeOf(leaf).object && owners.test(placeOf(one).name))
    .map(({ start, end }) => text.slice(start, end).toLowerCase());
}

const customers = /^(?:user|customer|human|visitor|client|guest|me)$/i;
const authors = /^(?:author|role|sender|from|by|(?:sender|author)_?(?:type|role))$/i;

/** What the message that a leaf belongs to calls its author: a property of the leaf's object, or of one around it. */
function authorOf(leaf: Leaf, leaves: readonly Leaf[], text: string): string | undefined {
  const marks = new Map(
    leaves.filter((one) => authors.test(placeOf(one).name)).map((one) => [placeOf(one).object, one]),
  );
  for (let { parent } = leaf.node; parent !== null; { parent } = parent) {
    const mark = marks.get(parent);
    if (mark !== undefined) return text.slice(mark.start, mark.end);
  }
  return undefined;
}
