import type { Visitor } from '../../visit/visitor';
import type { Attempt } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { say } from '../conversation';
import { isAlive } from '../diagnose';
import { listOf, namesOf, type Intruders } from '../intruders';
import { showsRecordOf } from '../look';
import { sayBetween } from '../say-between';
import type { SeenChat } from '../seen-chat';
import { trySeenIds } from '../seen-ids';
import { attachedRecords, foreignConversations, type SentIds } from '../sent-ids';

/**
 * `expect(userB).toBeToldNothingByIdOf(userA)`: who sends the chatbot the ids of the keeper's records or conversations
 * (or those beside its own) is told nothing of the keeper's; with ids of their own, both are told. Where the config names
 * no endpoint, it takes the request that the keeper's page was seen to send. Several visitors may be given.
 */
export async function toBeToldNothingByIdOf(
  received: Intruders,
  keeper: Visitor,
  seen?: SeenChat,
): Promise<Conclusion> {
  const intruders = listOf(received);
  const attempts: Attempt[] = [];
  for (const intruder of intruders)
    attempts.push(
      ...(seen ? await trySeenIds(intruder, keeper, seen) : await tryConfiguredIds(intruder, keeper)),
    );
  return conclude(
    keeper.stage,
    `the chatbot tells ${namesOf(intruders)} nothing of ${keeper.name}'s by its id`,
    attempts,
  );
}

async function tryConfiguredIds(intruder: Visitor, keeper: Visitor): Promise<readonly Attempt[]> {
  const { api } = intruder.stage.product.chat;
  const groups = [
    ...(api?.attach ? attachedRecords(intruder, keeper, api.attach) : []),
    ...(api?.conversation ? [await foreignConversations(intruder, keeper, api.conversation)] : []),
  ];
  const attempts: Attempt[] = [];
  for (const group of groups) attempts.push(...(await trySentIds(intruder, keeper, group)));
  return attempts;
}

function trySentIds(intruder: Visitor, keeper: Visitor, group: SentIds): Promise<readonly Attempt[]> {
  const control = async () => (await isTold(keeper, group)) ?? (await isTold(intruder, group));
  return sayBetween(control, intruder, group.sayings);
}

/** The control: by an id of its own, a visitor is told what is its own. Who is not signed in has nothing of its own. */
async function isTold(visitor: Visitor, { kind, own }: SentIds): Promise<string | undefined> {
  const { account, session } = visitor.persona;
  if (account === null || !isAlive(session)) return undefined;
  const saying = await own(visitor);
  if (!saying) return `${visitor.name} has no ${kind} whose id it could send`;
  const { exhibits } = await say(visitor, 'api', saying);
  if (showsRecordOf(visitor, exhibits, account, kind)) return undefined;
  return `sent an id of its own, the chatbot does not show ${visitor.name} its ${kind} → let the configured question ask for what the records of this kind hold`;
}
