import type { ApiRequest } from '../product/api';
import type { Holding } from '../visit/visitor';
import type { SessionsOfWorker } from '../visit/sessions';
import { showsRecordOf } from './look';
import { sendAs } from './send-as';
import type { Try } from './techniques/technique';

/** What is known of each worker's product: by whom and what was asked, whether it was served. */
const known = new WeakMap<SessionsOfWorker, Map<string, Promise<boolean>>>();

/**
 * The tries without those guesses by which not even the owner is shown its record: that the product refuses what it
 * does not serve to anybody says nothing of its guards. Each shape is asked for once in a worker.
 */
export async function servedOnly(holding: Holding, tries: readonly Try[]): Promise<readonly Try[]> {
  const served = await Promise.all(
    tries.map(async (tried) => !tried.isGuess || (await isServed(holding, tried.request))),
  );
  return tries.filter((_, index) => served[index]);
}

function isServed(holding: Holding, request: ApiRequest): Promise<boolean> {
  const { keeper } = holding;
  const { sessions } = keeper.stage;
  const asked = known.get(sessions) ?? new Map<string, Promise<boolean>>();
  known.set(sessions, asked);
  const key = JSON.stringify([keeper.name, holding.record.kind, request]);
  const answer = asked.get(key) ?? askKeeper(holding, request);
  asked.set(key, answer);
  return answer;
}

async function askKeeper({ keeper, record }: Holding, request: ApiRequest): Promise<boolean> {
  const { exhibits } = await sendAs(keeper, request);
  return showsRecordOf(keeper, exhibits, record.owner, record.kind);
}
