import type { Read } from '../product/types';
import type { Holding, Visitor } from '../visit/visitor';
import type { Attempt, OwnedRecord, Verdict } from '../words';
import { controlOwn } from './control-own';
import { betweenControls } from './controls';
import { sendTry, subjectOf } from './read';
import { sendAs } from './send-as';
import { requestOf, shapeOf, withHeaders } from './techniques/replay';
import type { Try } from './techniques/technique';
import { totalIn, totalSeen } from './total-seen';

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
  const plan = {
    probe: { kind: 'request', what, technique: 'count' },
    viewer: intruder.name,
    owner,
    kind,
  } as const;
  const control = async () =>
    (await totalFor(keeper, request))
      ? controlOwn(intruder, read)
      : `${keeper.name} counts no ${kind} of its own`;
  const tried: Try = { what, request: counted(request), asked: 'rows' };
  return betweenControls(control, [plan], async () => [
    { ...plan, verdict: await count(intruder, record, read, tried), requests: 1 },
  ]);
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
