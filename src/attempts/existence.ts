import type { Read } from '../product/types';
import type { Holding, Visitor } from '../visit/visitor';
import type { Attempt, Finding, OwnedRecord, Verdict } from '../words';
import { absentIdLike } from './absent-id';
import { betweenControls } from './controls';
import { differenceOf, type AnswerFor } from './difference';
import { observed } from './observed';
import { readControl, sendTry, subjectOf, type Tried } from './read';
import { requestOf, shapeOf } from './techniques/replay';

/**
 * Whether an intruder can tell a record of somebody else's from none at all, by one read that takes an id: asks for
 * the record, and before and after it for ids of the same looks that nothing has.
 */
export function tryExistence(intruder: Visitor, holding: Holding, read: Read): Promise<readonly Attempt[]> {
  const { owner, kind } = holding.record;
  const what = `${shapeOf(read)}, compared with an id that does not exist`;
  const plan = {
    probe: { kind: 'request', what, technique: 'existence' },
    viewer: intruder.name,
    owner,
    kind,
  } as const;
  return betweenControls(readControl(intruder, holding, read), [plan], async () => [
    { ...plan, verdict: await compare(intruder, holding, read), requests: 3 },
  ]);
}

async function compare(intruder: Visitor, holding: Holding, read: Read): Promise<Verdict> {
  const { record } = holding;
  const id = record.id ?? '';
  const ask = (askedId: string) => askFor(intruder, { ...holding, record: { ...record, id: askedId } }, read);
  const ids = [absentIdLike(id), id, absentIdLike(id)] as const;
  const tried = [await ask(ids[0]), await ask(ids[1]), await ask(ids[2])] as const;
  const notHeld = tried.find(({ verdict }) => verdict.is !== 'held');
  if (notHeld) return notHeld.verdict;
  const [before, foreign, after] = [at(tried[0], ids[0]), at(tried[1], id), at(tried[2], ids[2])];
  const difference = differenceOf(foreign, [before, after]);
  if (difference === undefined) return tried[1].verdict;
  return { is: 'leaked', findings: [existenceSeen(intruder, record, read, difference)] };
}

async function askFor(intruder: Visitor, holding: Holding, read: Read): Promise<Tried> {
  const request = requestOf(subjectOf(holding, read));
  if (!request) throw new Error(`${read.path}: the request needs an id that there is none of`);
  const asked = read.rows ? 'rows' : 'endpoint';
  return sendTry(intruder, holding.record.owner, read, { what: shapeOf(read), request, asked });
}

function at({ answer }: Tried, id: string): AnswerFor {
  return { status: 0, headers: {}, text: '', ...answer, id };
}

/**
 * A status of its own for what is somebody else's shows that it was found by the id first and its owner compared later;
 * where only the words differ, it is the refusal that says too much.
 */
function existenceSeen(
  intruder: Visitor,
  { owner, kind, id = '' }: OwnedRecord,
  { path }: Read,
  difference: NonNullable<ReturnType<typeof differenceOf>>,
): Finding {
  return observed(intruder, {
    rule: 'existence',
    severity: 'low',
    owner,
    kind,
    field: 'existence',
    channel: difference === 'status' || difference === 'headers' ? 'api-headers' : 'api-body',
    where: { part: difference, url: path },
    rootCause: difference === 'status' ? 'client-chosen-identity' : 'leaky-refusal',
    about: id,
  });
}
