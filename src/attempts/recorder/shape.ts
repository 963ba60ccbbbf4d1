import type { CarriedId } from '../../words';
import { placeholderOf, tellingIds, type KnownIds } from './known-ids';
import { isPresentational, isVolatile, looksLikeId } from './parameters';

/** An address without what is somebody's or changes: two requests with the same `key` try the same. */
export interface Shape {
  /** For people: `/api/invoices/{id}?order=…`; of another host with its origin. Holds no value. */
  readonly shown: string;
  /** Not for reports: values of parameters that choose what is asked for are in it. */
  readonly key: string;
  readonly ids: readonly CarriedId[];
  /** The address to ask again, without what is volatile; a path where it is the site's own. */
  readonly address: string;
}

/** What stands for an id that nobody is known to own. */
const anyId = '{…}';

/** Takes an address apart. Placeholders that stand in it already (the reads of a config) stay. */
export function shapeOfAddress(address: string, site: string, ids: KnownIds): Shape {
  const url = new URL(address, site);
  const origin = url.origin === new URL(site).origin ? '' : url.origin;
  const found: CarriedId[] = [];
  const path = url.pathname
    .split('/')
    .map((part, index, parts) => shapePart(decoded(part), parts[index - 1] ?? '', ids, found))
    .join('/');
  const dull = [...url.searchParams].filter(([name, value]) => isVolatile(name, value));
  for (const [name] of dull) url.searchParams.delete(name);
  const shown: string[] = [];
  const keyed: string[] = [];
  for (const [name, value] of url.searchParams) {
    const masked = withPlaceholders(value, ids, (known) => found.push({ in: 'query', name, ...known }));
    const isId = masked !== value || /\{(?:id|user)\}/.test(value);
    shown.push(`${name}=${isId ? masked : '…'}`);
    if (!isPresentational(name, value)) keyed.push(`${name}=${masked}`);
  }
  const query = shown.length > 0 ? `?${shown.join('&')}` : '';
  return {
    shown: `${origin}${path}${query}`,
    key: `${origin}${path}?${keyed.toSorted().join('&')}`,
    ids: found,
    address: `${origin}${url.pathname}${url.search}`,
  };
}

function shapePart(part: string, before: string, ids: KnownIds, found: CarriedId[]): string {
  if (part === '{id}' || part === '{user}') return part;
  const known = ids.get(part);
  if (known) {
    found.push({ in: 'path', name: before, owner: known.owner, kind: known.kind });
    return placeholderOf(known);
  }
  if (!looksLikeId(part)) return part;
  found.push({ in: 'path', name: before, owner: null, kind: null });
  return anyId;
}

/** A text with every id that is known replaced by its placeholder. */
export function withPlaceholders(
  text: string,
  ids: KnownIds,
  tell: (known: Pick<CarriedId, 'owner' | 'kind'>) => void,
): string {
  let masked = text;
  const whole = ids.get(text);
  for (const [id, known] of whole ? [[text, whole] as const] : tellingIds(ids)) {
    if (!masked.includes(id)) continue;
    tell({ owner: known.owner, kind: known.kind });
    masked = masked.replaceAll(id, placeholderOf(known));
  }
  return masked;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
