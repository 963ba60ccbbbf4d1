import type { Read } from '../product/types';
import type { Holding, Visitor } from '../visit/visitor';
import type { Attempt, Verdict } from '../words';
import { countsOthers, toldTotalIn, type ToldTotal } from './body-total';
import { newMark, rowsOf, type Rows } from './rows';
import { sendAs } from './send-as';
import { requestOf, shapeOf } from './techniques/replay';
import type { Try } from './techniques/technique';
import { totalSeen } from './total-seen';

/**
 * Whether the total beside a list of the intruder's own counts records of others: it is the keeper's total, too, though
 * they own unlike many; or, where rows may be written, it grows when the keeper makes a record.
 * Where the list says no total, nothing is tried.
 */
export async function tryBodyTotal(
  intruder: Visitor,
  { record, keeper }: Holding,
  read: Read,
): Promise<readonly Attempt[]> {
  const request = requestOf({ read, record, user: undefined });
  const before = request && (await toldTotal(intruder, request));
  if (!request || !before) return [];
  const { owner, kind } = record;
  const counts = await countsRowsOf(keeper, intruder, kind, request, before);
  // A page of a longer list, on a product that is not ours to write to, proves neither.
  if (counts === undefined) return [];
  const verdict: Verdict = counts
    ? { is: 'leaked', findings: [totalSeen(intruder, record, read, 'body')] }
    : { is: 'held', because: 'own-records-only' };
  const what = `${shapeOf(read)}, its total`;
  const probe = { kind: 'request', what, technique: 'list-total' } as const;
  return [{ probe, viewer: intruder.name, owner, kind, verdict, requests: 1 }];
}

/** Whether what is counted and not shown is, or grows by, a record of the keeper's; `undefined` when that cannot be told. */
async function countsRowsOf(
  keeper: Visitor,
  intruder: Visitor,
  kind: string,
  request: Try['request'],
  before: ToldTotal,
): Promise<boolean | undefined> {
  const hidden = ({ total, entries }: ToldTotal) => total - entries;
  if (hidden(before) <= 0) return false;
  const theirs = await toldTotal(keeper, request);
  if (theirs !== undefined && countsOthers(before, theirs)) return true;
  const { demo, writes } = intruder.stage.product;
  const table = writes.find((one) => one.kind === kind);
  if (!demo || !table) return undefined;
  const after = await withRowOf(keeper, rowsOf(table), () => toldTotal(intruder, request));
  return after && hidden(after) > hidden(before);
}

async function withRowOf<Result>(keeper: Visitor, rows: Rows, run: () => Promise<Result>): Promise<Result> {
  const mark = newMark();
  await rows.make(keeper, keeper, mark);
  const made = await rows.withMark(keeper, mark);
  if (made.length === 0) throw new Error(`${keeper.name} cannot make a row of its own to be counted`);
  try {
    return await run();
  } finally {
    for (const id of made) await rows.remove(keeper, id);
  }
}

async function toldTotal(visitor: Visitor, request: Try['request']): Promise<ToldTotal | undefined> {
  const { outcome } = await sendAs(visitor, request);
  return outcome.failed === undefined && outcome.status === 200 ? toldTotalIn(outcome.text()) : undefined;
}
