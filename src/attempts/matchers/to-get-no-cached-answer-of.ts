import type { ApiRequest } from '../../product/api';
import type { Read } from '../../product/types';
import type { Holding, Visitor } from '../../visit/visitor';
import type { Attempt, OwnedRecord, Verdict } from '../../words';
import { changedAddress } from '../changed-address';
import { conclude, type Conclusion } from '../conclude';
import { firstRecordOf } from '../first-record';
import { judgeAnswer, unknown } from '../judge';
import { judgeRecords } from '../judge-records';
import { showsRecordOf } from '../look';
import { subjectOf } from '../read';
import { sendAs } from '../send-as';
import { requestOf, shapeOf } from '../techniques/replay';

/**
 * `expect(userB).toGetNoCachedAnswerOf(userA)`: what the keeper has just been answered at a URL nobody used before, and
 * at the same URL dressed up as a stylesheet, is not what the visitor is answered there. A cache hit alone is no leak:
 * it takes the keeper's record in the visitor's answer.
 */
export async function toGetNoCachedAnswerOf(intruder: Visitor, keeper: Visitor): Promise<Conclusion> {
  const { reads } = intruder.stage.product;
  const attempts = await Promise.all(
    reads.map(async (read) => {
      const record = firstRecordOf(keeper, read.kind);
      if (!record) return [];
      const tried = await Promise.all(
        [false, true].map((disguised) => tryCached(intruder, { record, keeper }, read, disguised)),
      );
      return tried.filter((attempt) => attempt !== undefined);
    }),
  );
  return conclude(
    intruder.stage,
    `${intruder.name} gets no cached answer of ${keeper.name}`,
    attempts.flat(),
  );
}

async function tryCached(
  intruder: Visitor,
  holding: Holding,
  read: Read,
  disguised: boolean,
): Promise<Attempt | undefined> {
  const { record, keeper } = holding;
  const request = requestOf(subjectOf(holding, read));
  if (!request) return undefined;
  const fresh = unused(request, read, disguised);
  const isWarm = (await keeperIsShown(keeper, fresh, record)) && (await keeperIsShown(keeper, fresh, record));
  if (!isWarm && disguised) return undefined;
  const verdict = isWarm
    ? await verdictOf(intruder, fresh)
    : unknown(
        'control-failed',
        `${keeper.name} is not shown its ${record.kind} at ${read.path} with an unused query`,
      );
  return {
    probe: {
      kind: 'request',
      what: `${shapeOf(read)} ${disguised ? 'as a stylesheet, ' : ''}after ${keeper.name}`,
      technique: 'cached-answer',
    },
    viewer: intruder.name,
    owner: record.owner,
    kind: record.kind,
    verdict,
    requests: 1,
  };
}

async function keeperIsShown(keeper: Visitor, request: ApiRequest, record: OwnedRecord): Promise<boolean> {
  const { exhibits } = await sendAs(keeper, request);
  return showsRecordOf(keeper, exhibits, record.owner, record.kind);
}

async function verdictOf(intruder: Visitor, request: ApiRequest): Promise<Verdict> {
  const { outcome, exhibits } = await sendAs(intruder, request);
  if (outcome.failed !== undefined)
    return unknown('timeout', `the same URL was not answered: ${outcome.detail}`);
  const byRecords = judgeRecords(intruder, exhibits, { by: 'same-url-after-owner' });
  if (byRecords) return byRecords;
  const { signIn } = intruder.stage.product.pages;
  const answer = { status: outcome.status, headers: outcome.headers, text: outcome.text() };
  const showsOwn = intruder.viewer.sees.some((own) => showsRecordOf(intruder, exhibits, own));
  return judgeAnswer(answer, { findings: [], showsOwn, signInPath: signIn });
}

let used = 0;

/** The request at a URL that no cache can know yet. Rows refuse unknown names in the query, so there a limit is varied. */
function unused(request: ApiRequest, { rows }: Read, disguised: boolean): ApiRequest {
  used += 1;
  const path = changedAddress(request.path, (url) => {
    if (disguised) url.pathname += `/trespass-${process.pid}-${used}.css`;
    url.searchParams.set(rows ? 'limit' : 'trespass', String(1_000 + used + (process.pid % 1_000) * 1_000));
  });
  return { ...request, path };
}
