import type { Visitor } from '../../visit/visitor';
import type { Attempt } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { listOf, namesOf, type Intruders } from '../intruders';
import { sayBetween } from '../say-between';
import type { SeenChat } from '../seen-chat';
import { trySeenIds } from '../seen-ids';
import { attachedRecords, foreignConversations, type SentIds } from '../sent-ids';
import { toldById } from '../told-by-id';

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
  const control = async () => (await toldById(keeper, group)) ?? (await toldById(intruder, group));
  return sayBetween(control, intruder, group.sayings);
}
