import type { ApiRequest } from '../product/api';
import type { Read } from '../product/types';
import type { Visitor } from '../visit/visitor';
import { lookAt } from './look';
import { sendAs } from './send-as';

/** Fewer tables than this may well have the same slip in each of their policies. */
const fewest = 3;

const known = new WeakMap<Visitor, Promise<boolean>>();

/**
 * Whether every table of the config shows this visitor rows of others. Then no policy is applied at all: something in
 * front asks with a key that passes them, and nothing but the filter that the client sends keeps people apart.
 */
export function everyTableIsOpen(visitor: Visitor): Promise<boolean> {
  const asked = known.get(visitor) ?? askEveryTable(visitor);
  known.set(visitor, asked);
  return asked;
}

async function askEveryTable(visitor: Visitor): Promise<boolean> {
  const lists = tablesOf(visitor);
  if (lists.length < fewest) return false;
  const open = await Promise.all(lists.map(({ path }) => isShownForeign(visitor, { path })));
  return open.every(Boolean);
}

/** Whether a request shows the visitor anything of somebody else's. */
export async function isShownForeign(visitor: Visitor, request: ApiRequest): Promise<boolean> {
  const { exhibits } = await sendAs(visitor, request);
  return lookAt(visitor, exhibits).foreign.length > 0;
}

/**
 * Whether there are other tables with records of this kind, and each refuses them to this visitor: then what was shown
 * came by a view or a function, past the rules of the table.
 */
export async function othersHold(visitor: Visitor, { path, kind }: Read): Promise<boolean> {
  const others = tablesOf(visitor).filter(
    (list) => list.kind === kind && tableIn(list.path) !== tableIn(path),
  );
  const open = await Promise.all(others.map((list) => isShownForeign(visitor, { path: list.path })));
  return open.length > 0 && !open.some(Boolean);
}

/** Tables (and views) of the config that are read without a filter; functions have arguments and are none. */
function tablesOf({ stage }: Visitor): readonly Read[] {
  return stage.product.reads.filter(
    ({ rows, path, method = 'GET' }) => rows && method === 'GET' && !/\{(?:id|user)\}/.test(path),
  );
}

function tableIn(path: string): string {
  return path.replace(/\?.*$/s, '');
}
