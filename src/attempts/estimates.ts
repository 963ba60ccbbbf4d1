import type { Outcome } from '../product/api';
import type { Read } from '../product/types';
import type { Holding, Visitor } from '../visit/visitor';
import type { Attempt, OwnedRecord, Verdict } from '../words';
import { absentIdLike } from './absent-id';
import { betweenControls } from './controls';
import { judgeAnswer, unknown } from './judge';
import { readControl, subjectOf } from './read';
import { sendAs } from './send-as';
import { requestOf, shapeOf, withHeaders } from './techniques/replay';
import type { Try } from './techniques/technique';
import { totalIn, totalSeen } from './total-seen';

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
  const plan = {
    probe: { kind: 'request', what, technique: 'estimate' },
    viewer: intruder.name,
    owner,
    kind,
  } as const;
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
