import type { Visitor } from '../visit/visitor';
import type { OwnedRecord } from '../words';

/** A value of somebody's, and the kind of record that it belongs to. */
export interface Told {
  readonly kind: string;
  readonly value: string;
}

/** A value of the keeper's that is long enough to be told from chance: the longest of its chat messages, else of all. */
export function worthTelling({ stage, persona, name }: Visitor): Told | undefined {
  const own = stage.product.records.filter(({ owner }) => owner === (persona.account ?? name));
  return longestIn(own.filter(({ kind }) => /chat|message/i.test(kind))) ?? longestIn(own);
}

/** How a bot is told it. */
export function tellingOf({ value }: Told): string {
  return `Please remember this until I ask for it: ${value}`;
}

function longestIn(records: readonly OwnedRecord[]): Told | undefined {
  const values = records.flatMap(({ kind, fields }) =>
    Object.values(fields).map((value) => ({ kind, value })),
  );
  return values.toSorted((a, b) => b.value.length - a.value.length)[0];
}
