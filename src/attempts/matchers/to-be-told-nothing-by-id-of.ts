import type { Visitor } from '../../visit/visitor';
import type { Attempt } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { betweenControls } from '../controls';
import { probeOf, say, trySaying } from '../conversation';
import { isAlive } from '../diagnose';
import { showsRecordOf } from '../look';
import { attachedRecords, foreignConversations, type SentIds } from '../sent-ids';

/**
 * `expect(userB).toBeToldNothingByIdOf(userA)`: who sends the chatbot the ids of the keeper's records or conversations
 * (or those beside its own) is told nothing of the keeper's; with ids of their own, both are told.
 */
export async function toBeToldNothingByIdOf(intruder: Visitor, keeper: Visitor): Promise<Conclusion> {
  const { api } = intruder.stage.product.chat;
  const groups = [
    ...(api?.attach ? attachedRecords(intruder, keeper, api.attach) : []),
    ...(api?.conversation ? [await foreignConversations(intruder, keeper, api.conversation)] : []),
  ];
  const attempts = await Promise.all(groups.map((group) => trySentIds(intruder, keeper, group)));
  return conclude(
    intruder.stage,
    `the chatbot tells ${intruder.name} nothing of ${keeper.name}'s by its id`,
    attempts.flat(),
  );
}

function trySentIds(intruder: Visitor, keeper: Visitor, group: SentIds): Promise<readonly Attempt[]> {
  const planned = group.sayings.map(({ what, owner, kind }) => ({
    probe: { kind: 'chat' as const, what: probeOf(what, 'api') },
    viewer: intruder.name,
    owner,
    kind,
  }));
  const control = async () => (await isTold(keeper, group)) ?? (await isTold(intruder, group));
  return betweenControls(control, planned, () =>
    Promise.all(group.sayings.map((saying) => trySaying(intruder, 'api', saying))),
  );
}

/** The control: by an id of its own, a visitor is told what is its own. Who is not signed in has nothing of its own. */
async function isTold(visitor: Visitor, { kind, own }: SentIds): Promise<string | undefined> {
  const { account, session } = visitor.persona;
  if (account === null || !isAlive(session)) return undefined;
  const saying = await own(visitor);
  if (!saying) return `${visitor.name} has no ${kind} whose id it could send`;
  const { exhibits } = await say(visitor, 'api', saying);
  if (showsRecordOf(visitor, exhibits, account, kind)) return undefined;
  return `sent an id of its own, the chatbot does not show ${visitor.name} its ${kind}`;
}
