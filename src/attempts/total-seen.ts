import type { Read } from '../product/types';
import type { Visitor } from '../visit/visitor';
import type { Finding, OwnedRecord } from '../words';
import { observed } from './observed';

/** The total after the slash of PostgREST's `Content-Range`; `undefined` where none is told. Pure. */
export function totalIn(range: string | undefined): number | undefined {
  const total = /\/(\d+)$/.exec(range ?? '')?.[1];
  return total === undefined ? undefined : Number(total);
}

/** The finding that somebody was told how many records of others there are. */
export function totalSeen(
  intruder: Visitor,
  { owner, kind, id = '' }: OwnedRecord,
  { path }: Read,
  part: 'header content-range' | 'body' = 'header content-range',
): Finding {
  return observed(intruder, {
    rule: 'total',
    severity: 'low',
    owner,
    kind,
    field: 'total',
    channel: part === 'body' ? 'api-body' : 'api-headers',
    where: { part, url: path },
    rootCause: 'leaky-refusal',
    about: id,
  });
}
