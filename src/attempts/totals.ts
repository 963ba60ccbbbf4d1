import type { Outcome } from '../product/api';
import type { Read } from '../product/types';
import type { Holding, Visitor } from '../visit/visitor';
import type { Attempt, Finding, OwnedRecord, Verdict } from '../words';
import { absentIdLike } from './absent-id';
import { countsOthers, toldTotalIn, type ToldTotal } from './body-total';
import { controlOwn } from './control-own';
import { betweenControls } from './controls';
import { observed } from './observed';
import { judgeAnswer, unknown } from './judge';
import { readControl, sendTry, subjectOf } from './read';
import { newMark, rowsOf, type Rows } from './rows';
import { sendAs } from './send-as';
import { requestOf, shapeOf, withHeaders } from './techniques/replay';
import type { Try } from './techniques/technique';

/**
 * Whether an intruder is told how many rows of somebody else's there are, though it is shown none: asks for the
 * owner's rows and for their count. Where rows cannot be counted (the owner is told no total), nothing is tried.
 */
export async function tryTotal(intruder: Visitor, holding: Holding, read: Read): Promise<readonly Attempt[]> {
  const { record, keeper } = holding;
  const { owner, kind } = record;
  const request = requestOf(subjectOf(holding, read));
  if (!request || (await totalFor(keeper, request)) === undefined) return [];
  const what = `${shapeOf(read)}, counted`;
  const plan = { probe: { kind: 'request', what }, viewer: intruder.name, owner, kind } as const;
  const control = async () =>
    (await totalFor(keeper, request))
      ? controlOwn(intruder, read)
      : `${keeper.name} counts no ${kind} of its own`;
  const tried: Try = { what, request: counted(request), asked: 'rows' };
  return betweenControls(control, [plan], async () => [
    { ...plan, verdict: await count(intruder, record, read, tried), requests: 1 },
  ]);
}

/**
 * Whether the planner's estimate, which PostgREST gives for `count=planned`, is another for rows of the owner's than for
 * rows of nobody. An estimate is never none, so that the number by itself tells nothing.
 */
export async function tryEstimate(
  intruder: Visitor,
  holding: Holding,
  read: Read,
): Promise<readonly Attempt[]> {
  const subject = subjectOf(holding, read);
  const { record, user } = subject;
  const { owner, kind, id } = record;
  const request = requestOf(subject);
  const absent = requestOf({
    ...subject,
    record: { ...record, ...(id !== undefined && { id: absentIdLike(id) }) },
    user: user && absentIdLike(user),
  });
  if (!request || !absent) return [];
  const known = await ask(holding.keeper, estimated(request));
  if (known.failed !== undefined || totalIn(known.headers['content-range']) === undefined) return [];
  const what = `${shapeOf(read)}, estimated`;
  const plan = { probe: { kind: 'request', what }, viewer: intruder.name, owner, kind } as const;
  return betweenControls(readControl(intruder, holding, read), [plan], async () => [
    { ...plan, verdict: await compareEstimates(intruder, record, read, [request, absent]), requests: 2 },
  ]);
}

async function compareEstimates(
  intruder: Visitor,
  record: OwnedRecord,
  read: Read,
  [request, absent]: readonly [Try['request'], Try['request']],
): Promise<Verdict> {
  const theirs = await ask(intruder, estimated(request));
  const nobodys = await ask(intruder, estimated(absent));
  if (theirs.failed !== undefined || nobodys.failed !== undefined)
    return unknown('timeout', `${shapeOf(read)}, estimated, was not answered`);
  const answers = [theirs, nobodys].map(({ status, headers, text }) => ({ status, headers, text: text() }));
  const { signIn } = intruder.stage.product.pages;
  const verdicts = answers.map((answer) =>
    judgeAnswer(answer, { findings: [], showsOwn: false, signInPath: signIn }),
  );
  const open = verdicts.find(({ is }) => is !== 'held');
  if (open) return open;
  const [first, second] = answers.map(({ headers }) => totalIn(headers['content-range']));
  if (first === second) return { is: 'held', because: 'empty-rows' };
  return { is: 'leaked', findings: [totalSeen(intruder, record, read)] };
}

function estimated(request: Try['request']): Try['request'] {
  return withHeaders(request, { prefer: 'count=planned' });
}

async function ask(visitor: Visitor, request: Try['request']): Promise<Outcome> {
  return (await sendAs(visitor, request)).outcome;
}

async function count(intruder: Visitor, record: OwnedRecord, read: Read, tried: Try): Promise<Verdict> {
  const { verdict, answer } = await sendTry(intruder, record.owner, read, tried);
  const total = totalIn(answer?.headers['content-range']);
  if (verdict.is !== 'held' || verdict.because !== 'empty-rows' || !total) return verdict;
  return { is: 'leaked', findings: [totalSeen(intruder, record, read)] };
}

/** PostgREST counts on request, and says the total after the slash of `Content-Range`. */
function counted(request: Try['request']): Try['request'] {
  return withHeaders(request, { prefer: 'count=exact' });
}

async function totalFor(visitor: Visitor, request: Try['request']): Promise<number | undefined> {
  const { outcome } = await sendAs(visitor, counted(request));
  return outcome.failed === undefined ? totalIn(outcome.headers['content-range']) : undefined;
}

function totalIn(range: string | undefined): number | undefined {
  const total = /\/(\d+)$/.exec(range ?? '')?.[1];
  return total === undefined ? undefined : Number(total);
}

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
  const theirs = await toldTotal(keeper, request);
  const counts =
    (theirs !== undefined && countsOthers(before, theirs)) ||
    (await growsWith(intruder, keeper, kind, request, before));
  const verdict: Verdict = counts
    ? { is: 'leaked', findings: [totalSeen(intruder, record, read, 'body')] }
    : { is: 'held', because: 'own-records-only' };
  const probe = { kind: 'request', what: `${shapeOf(read)}, its total` } as const;
  return [{ probe, viewer: intruder.name, owner, kind, verdict, requests: 1 }];
}

/** What is counted and not shown grows by a record that the keeper makes, on a product that is ours to write to. */
async function growsWith(
  intruder: Visitor,
  keeper: Visitor,
  kind: string,
  request: Try['request'],
  before: ToldTotal,
): Promise<boolean> {
  const { demo, writes } = intruder.stage.product;
  const table = writes.find((one) => one.kind === kind);
  if (!demo || !table) return false;
  const hidden = ({ total, entries }: ToldTotal) => total - entries;
  const after = await withRowOf(keeper, rowsOf(table), () => toldTotal(intruder, request));
  return after !== undefined && hidden(after) > hidden(before);
}

async function withRowOf<Result>(keeper: Visitor, rows: Rows, run: () => Promise<Result>): Promise<Result> {
  const mark = newMark();
  await rows.make(keeper, keeper, mark);
  const made = await rows.withMark(keeper, mark);
  if (made.length === 0) throw new Error(`${keeper.name} cannot make a row of its own to be counted`);
  const result = await run();
  for (const id of made) await rows.remove(keeper, id);
  return result;
}

async function toldTotal(visitor: Visitor, request: Try['request']): Promise<ToldTotal | undefined> {
  const { outcome } = await sendAs(visitor, request);
  return outcome.failed === undefined && outcome.status === 200 ? toldTotalIn(outcome.text()) : undefined;
}

function totalSeen(
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
