import type { Visitor } from '../../visit/visitor';
import type { OwnedRecord, OwnerName } from '../../words';

/** An identifier whose owner is known. */
export interface KnownId {
  readonly owner: OwnerName;
  /** Kind of the record; `user` for the id of a person. */
  readonly kind: string;
  /** Of a record; a person's id has none. */
  readonly record?: OwnedRecord;
}

/** By the identifier itself. */
export type KnownIds = ReadonlyMap<string, KnownId>;

/** Short ids (`7`) are also counts, pages and prices: only where a whole part of a path is one is it taken for one. */
const fewestOfTelling = 6;

/** The ids of all records of the config, and the user id of who visits. */
export function knownIdsOf({ stage, session, persona }: Visitor): KnownIds {
  const ids = new Map<string, KnownId>();
  for (const record of stage.product.records) {
    if (record.id !== undefined) ids.set(record.id, { owner: record.owner, kind: record.kind, record });
  }
  if (session?.userId && persona.account !== null)
    ids.set(session.userId, { owner: persona.account, kind: 'user' });
  return ids;
}

/** Those that may stand within a longer text: `eq.1f0c…`. */
export function tellingIds(ids: KnownIds): readonly (readonly [string, KnownId])[] {
  return [...ids].filter(([id]) => id.length >= fewestOfTelling);
}

/** `{user}` or `{id}`, as the reads of a config write them. */
export function placeholderOf({ kind }: Pick<KnownId, 'kind'>): '{user}' | '{id}' {
  return kind === 'user' ? '{user}' : '{id}';
}
