import { shapeOf } from '../techniques/replay';
import type { Product } from '../../product/types';
import type { Visitor } from '../../visit/visitor';
import { readBody } from './carried';
import { shapeOfAddress } from './shape';

/** As much of a request as tells whether it is tried elsewhere. */
interface Told {
  readonly key: string;
  readonly first: { readonly type: string };
  readonly shape: { readonly shown: string };
}

/**
 * What other guarantees call their attempts at the same thing: reads of the config of an identical shape and pages that
 * are opened. What they try is not tried again.
 */
export function alreadyTried({ stage }: Visitor, { key, first, shape }: Told): readonly string[] {
  const { product } = stage;
  const reads = readsByKey(product).get(key) ?? [];
  const path = shape.shown.split('?')[0] ?? '';
  const pages = [
    ...product.pages.private,
    ...product.pages.admin,
    ...product.pages.records.map((page) => page.path),
  ];
  const page = first.type === 'Document' ? pages.filter((one) => one === path) : [];
  return [...reads, ...page.map((one) => `open ${one}`)];
}

const known = new WeakMap<Product, ReadonlyMap<string, readonly string[]>>();

function readsByKey(product: Product): ReadonlyMap<string, readonly string[]> {
  const made = known.get(product) ?? keysOf(product);
  known.set(product, made);
  return made;
}

function keysOf({ reads, adminReads, site }: Product): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, readonly string[]>();
  for (const read of [...reads, ...adminReads]) {
    const { chooses } = readBody(read.body, new Map());
    const key = `${read.method ?? 'GET'} ${shapeOfAddress(read.path, site, new Map()).key} ${chooses}`;
    keys.set(key, [...(keys.get(key) ?? []), shapeOf(read)]);
  }
  return keys;
}
