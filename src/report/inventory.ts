import { isSameAs } from '../attempts/recorder/script-addresses';
import { asChatbot, type Attempt, type Endpoint, type Refusal } from '../words';
import type { StageResults } from './results';

/** What came of one visitor's attempts at one endpoint. */
export interface Protection {
  readonly viewer: string;
  readonly held: number;
  readonly leaked: number;
  readonly unknown: number;
  /** What the refusals looked like. */
  readonly refusedWith: readonly Refusal[];
}

/** A sensitive endpoint: its answer held private records of somebody. */
export interface SensitiveEndpoint extends Omit<Endpoint, 'triedAs'> {
  readonly recordedAs: readonly string[];
  readonly is: 'held' | 'leaked' | 'unknown' | 'not tried';
  readonly protection: readonly Protection[];
}

/**
 * `reports/inventory.json`: every endpoint that the walks have found, and how what is sensitive is protected. Shapes and
 * names, no value.
 */
export interface InventoryReport {
  readonly schemaVersion: 1;
  readonly product: string;
  readonly walks: readonly { readonly recordedAs: string; readonly pages: readonly string[] }[];
  /** Worst first. */
  readonly sensitive: readonly SensitiveEndpoint[];
  /** Their answers could not be had or read: nobody knows whether they are sensitive. */
  readonly notMeasured: readonly Pick<Endpoint, 'what' | 'foundIn' | 'notTried'>[];
  /** Shapes whose answers held nothing private. */
  readonly nothingPrivate: readonly string[];
  readonly leftOut: readonly string[];
}

type Recorded = Endpoint & { readonly recordedAs: readonly string[] };

/** The inventory of a run; `undefined` when no test of it walked through the product. */
export function inventoryOf(results: readonly StageResults[]): InventoryReport | undefined {
  const facts = results
    .flatMap(({ tests }) => tests)
    .flatMap((test) => test.facts.flatMap((one) => one ?? []));
  const walks = facts.flatMap(({ inventories }) => inventories ?? []);
  if (walks.length === 0) return undefined;
  const attempts = facts.flatMap((one) => one.attempts);
  const endpoints = merged(
    walks.flatMap(({ recordedAs, endpoints: found }) =>
      found.map((one) => ({ ...one, recordedAs: [recordedAs] })),
    ),
  );
  const sensitive = endpoints.filter(({ records }) => records !== null && records.length > 0);
  return {
    schemaVersion: 1,
    product: results.map(({ product }) => product).find((name) => name !== '') ?? '',
    walks: walks.map(({ recordedAs, pages }) => ({ recordedAs, pages })),
    sensitive: sensitive.map((one) => withProtection(one, attempts)).toSorted(worstFirst),
    notMeasured: endpoints
      .filter(({ records, what }) => records === null && !isKnownToAnother(what, endpoints))
      .map(({ what, foundIn, notTried }) => ({ what, foundIn, ...(notTried !== undefined && { notTried }) })),
    nothingPrivate: endpoints.filter(({ records }) => records?.length === 0).map(({ what }) => what),
    leftOut: [...new Set(walks.flatMap(({ leftOut }) => leftOut))],
  };
}

/** A script names `/api/{…}s/{…}`, and somebody else's pages ask for it. */
function isKnownToAnother(what: string, all: readonly Recorded[]): boolean {
  return all.some((other) => other.records !== null && isSameAs(what, other.what));
}

/** What several walks saw is one endpoint: what any of them learned of it is true. */
function merged(all: readonly Recorded[]): readonly Recorded[] {
  const byShape = new Map<string, Recorded>();
  for (const one of all) {
    const known = byShape.get(one.what);
    byShape.set(one.what, known ? both(known, one) : one);
  }
  return [...byShape.values()];
}

function both(one: Recorded, other: Recorded): Recorded {
  const { notTried: _, ...rest } = one;
  const records =
    one.records && other.records ? [...one.records, ...other.records] : (one.records ?? other.records);
  const notTried = one.notTried ?? other.notTried;
  const triedAs = distinct([...one.triedAs, ...other.triedAs]);
  const hints = distinct([...(one.hints ?? []), ...(other.hints ?? [])]);
  return {
    ...rest,
    auth: distinct([...one.auth, ...other.auth]),
    ids: distinct([...one.ids, ...other.ids]),
    records: records && distinct(records),
    triedAs,
    ...(hints.length > 0 && { hints }),
    recordedAs: distinct([...one.recordedAs, ...other.recordedAs]),
    ...(triedAs.length === 0 && notTried !== undefined && { notTried }),
  };
}

function distinct<Thing>(things: readonly Thing[]): readonly Thing[] {
  return [...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values()];
}

function withProtection({ triedAs, ...endpoint }: Recorded, attempts: readonly Attempt[]): SensitiveEndpoint {
  const mine = attempts.filter((attempt) => triedAs.some((name) => isAt(name, attempt)));
  const viewers = distinct(mine.map(({ viewer }) => viewer));
  const protection = viewers.map((viewer) => protectionOf(viewer, mine));
  const notTried = endpoint.notTried ?? 'nothing was tried at it in this run';
  const is = worstOf(protection);
  return { ...endpoint, is, protection, ...(is === 'not tried' && { notTried }) };
}

/** Techniques say behind the shape what they have changed: `GET /api/history with the owner's id claimed in headers`. */
function isAt(name: string, { probe }: Attempt): boolean {
  if (name === asChatbot) return probe.kind === 'chat';
  return probe.what === name || probe.what.startsWith(`${name} `) || probe.what.startsWith(`${name},`);
}

function protectionOf(viewer: string, attempts: readonly Attempt[]): Protection {
  const verdicts = attempts.filter((attempt) => attempt.viewer === viewer).map(({ verdict }) => verdict);
  const count = (is: 'held' | 'leaked' | 'unknown') => verdicts.filter((verdict) => verdict.is === is).length;
  const refusedWith = distinct(
    verdicts.flatMap((verdict) => (verdict.is === 'held' ? [verdict.because] : [])),
  );
  return { viewer, held: count('held'), leaked: count('leaked'), unknown: count('unknown'), refusedWith };
}

function worstOf(protection: readonly Protection[]): SensitiveEndpoint['is'] {
  if (protection.some(({ leaked }) => leaked > 0)) return 'leaked';
  if (protection.some(({ unknown }) => unknown > 0)) return 'unknown';
  return protection.length > 0 ? 'held' : 'not tried';
}

const order: readonly SensitiveEndpoint['is'][] = ['leaked', 'unknown', 'not tried', 'held'];

function worstFirst(one: SensitiveEndpoint, other: SensitiveEndpoint): number {
  return order.indexOf(one.is) - order.indexOf(other.is) || one.what.localeCompare(other.what);
}
