import type { ApiRequest } from '../product/api';
import type { Read } from '../product/types';
import type { Holding, Visitor } from '../visit/visitor';
import type { Attempt, Verdict } from '../words';
import { absentIdLike } from './absent-id';
import { betweenControls } from './controls';
import { unknown } from './judge';
import { observed } from './observed';
import { readControl, subjectOf } from './read';
import { sendAs } from './send-as';
import { requestOf, shapeOf, withHeaders } from './techniques/replay';

/**
 * Whether an intruder who has the tag of an answer is told that the record still stands as it did: `304` for somebody
 * else's id, where an id that nothing has is answered otherwise. Who compares tags before looking who asks tells so.
 * Where the owner's answer has no tag, nothing is tried.
 */
export async function tryEtag(intruder: Visitor, holding: Holding, read: Read): Promise<readonly Attempt[]> {
  const { keeper, record } = holding;
  const request = requestOf(subjectOf(holding, read));
  const tag = request && (await tagFor(keeper, request));
  if (!request || tag === undefined) return [];
  const other = requestOf(
    subjectOf({ ...holding, record: { ...record, id: absentIdLike(record.id ?? '') } }, read),
  );
  const what = `${shapeOf(read)}, with the tag of the owner's answer`;
  const plan = {
    probe: { kind: 'request', what, technique: 'etag' },
    viewer: intruder.name,
    owner: record.owner,
    kind: record.kind,
  } as const;
  return betweenControls(readControl(intruder, holding, read), [plan], async () => [
    {
      ...plan,
      verdict: await compare(intruder, holding, read, [request, other ?? request], tag),
      requests: 2,
    },
  ]);
}

async function tagFor(keeper: Visitor, request: ApiRequest): Promise<string | undefined> {
  const { outcome } = await sendAs(keeper, request);
  return outcome.failed === undefined && outcome.status === 200 ? outcome.headers['etag'] : undefined;
}

async function compare(
  intruder: Visitor,
  { record }: Holding,
  read: Read,
  [foreign, absent]: readonly [ApiRequest, ApiRequest],
  tag: string,
): Promise<Verdict> {
  const tried = async (request: ApiRequest) =>
    (await sendAs(intruder, withHeaders(request, { 'if-none-match': tag }))).outcome;
  const [answer, other] = [await tried(foreign), await tried(absent)];
  if (answer.failed !== undefined)
    return unknown('timeout', `${read.path} was not answered: ${answer.detail}`);
  if (other.failed !== undefined) return unknown('timeout', `${read.path} was not answered: ${other.detail}`);
  const statuses = [answer.status, other.status];
  if (statuses.some((status) => status === 429))
    return unknown('throttled', 'the product answered 429 (too many requests)');
  if (statuses.some((status) => status >= 500))
    return unknown('server-error', 'the product answered with an error of its own');
  if (answer.status !== 304 || other.status === 304) return { is: 'held', because: 'plain-answer' };
  const finding = observed(intruder, {
    rule: 'existence',
    severity: 'low',
    owner: record.owner,
    kind: record.kind,
    field: 'existence',
    channel: 'api-headers',
    where: { part: 'status', url: read.path },
    rootCause: 'shared-cache',
    about: record.id ?? tag,
  });
  return { is: 'leaked', findings: [finding] };
}
