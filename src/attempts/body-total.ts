/** What a list says of itself: how many entries it has, and how many there are in all. */
export interface ToldTotal {
  readonly entries: number;
  readonly total: number;
}

const names = /^(?:total|count|total_?(?:count|items|results|records|rows|hits))$/i;

/** A total that stands beside a list of objects in a JSON text, not deeper than two levels; `undefined` without one. Pure. */
export function toldTotalIn(text: string): ToldTotal | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return [json, ...valuesOf(json)].map(totalBeside).find((told) => told !== undefined);
  } catch {
    return undefined;
  }
}

/**
 * Whether two people who own different numbers of records are told of the same total, which is more than one of them is
 * shown. A total of one's own cannot be that: a page of a list is full before it is cut, so at one total both would be
 * shown as many entries. Pure.
 */
export function countsOthers(own: ToldTotal, other: ToldTotal): boolean {
  return (
    own.total === other.total &&
    own.entries !== other.entries &&
    own.total > Math.min(own.entries, other.entries)
  );
}

function totalBeside(holder: unknown): ToldTotal | undefined {
  if (typeof holder !== 'object' || holder === null || Array.isArray(holder)) return undefined;
  const total = Object.entries(holder).find(([name, value]) => names.test(name) && typeof value === 'number');
  const list = Object.values(holder).find((value) => Array.isArray(value));
  return total && Array.isArray(list) ? { total: Number(total[1]), entries: list.length } : undefined;
}

function valuesOf(json: unknown): readonly unknown[] {
  return typeof json === 'object' && json !== null ? Object.values(json) : [];
}
