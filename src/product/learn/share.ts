import type { OwnedRecord } from '../../words';

/** Something that several accounts are shown as if it were theirs. Holds no value. */
export interface Overlap {
  readonly kind: string;
  readonly field: string;
  readonly owners: readonly string[];
  /** Where: names of reads, or paths of pages. */
  readonly at: readonly string[];
}

/** A record as an account was shown it, and where. */
export interface Shown {
  readonly record: OwnedRecord;
  readonly at: string;
}

/** What to say of it: what was seen, and what to do. */
export function sayOverlap({ kind, field, owners, at }: Overlap): {
  readonly what: string;
  readonly next: string;
} {
  const everybody = `${owners.slice(0, -1).join(', ')} and ${owners.at(-1) ?? ''}`;
  return {
    what: `${everybody} are shown the same ${kind} ${field} (${at.join(', ')})`,
    next: `look there as ${owners[0] ?? ''} and as ${owners[1] ?? ''}: where they share it, write it into public; else one of them sees what is the other’s`,
  };
}

/** What was learned: whose is what, and what nobody can be said to own. */
export interface Learned {
  readonly records: readonly OwnedRecord[];
  readonly overlaps: readonly Overlap[];
}

/**
 * Takes out what more than one owner was shown (they share it, or one of them sees the other's: from the outside it
 * cannot be told) and what the public pages show.
 *
 * @param publicText everything that anybody is shown
 */
export function sharedOut(seen: readonly Shown[], publicText: string): Learned {
  const shown = seen.map(({ record }) => record);
  const owners = ownersByValue(shown);
  const isOwn = (value: string) => owners.get(value)?.size === 1 && !publicText.includes(value);
  const records = distinct(shown).flatMap((record) => {
    const own = Object.entries(record.fields).filter(([, value]) => isOwn(value));
    return own.length === 0 ? [] : [{ ...record, fields: Object.fromEntries(own) }];
  });
  const overlaps = new Map<string, Overlap>();
  for (const { record, at } of seen) {
    const { kind } = record;
    for (const [field, value] of Object.entries(record.fields)) {
      const both = [...(owners.get(value) ?? [])].toSorted();
      if (both.length < 2 || publicText.includes(value)) continue;
      const name = [kind, field, ...both].join('\n');
      const places = new Set([...(overlaps.get(name)?.at ?? []), at]);
      overlaps.set(name, { kind, field, owners: both, at: [...places].toSorted() });
    }
  }
  return { records, overlaps: [...overlaps.values()] };
}

function ownersByValue(shown: readonly OwnedRecord[]): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const { owner, fields } of shown) {
    for (const value of Object.values(fields)) {
      owners.set(value, (owners.get(value) ?? new Set()).add(owner));
    }
  }
  return owners;
}

/** The same record is often shown by several reads: the richest of them stands for it. */
function distinct(shown: readonly OwnedRecord[]): readonly OwnedRecord[] {
  const byName = new Map<string, OwnedRecord>();
  for (const record of shown) {
    const { owner, kind, id, fields } = record;
    const name = JSON.stringify([owner, kind, id ?? Object.values(fields)]);
    byName.set(name, { ...record, fields: { ...byName.get(name)?.fields, ...fields } });
  }
  return [...byName.values()];
}
