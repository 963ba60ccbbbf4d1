import type { Visitor } from '../../visit/visitor';
import { conclude, type Conclusion } from '../conclude';
import { answersOwner } from '../answers-owner';
import { atOnce } from '../at-once';
import { betweenControls } from '../controls';
import { listOf, namesOf, type Intruders } from '../intruders';
import { probeOf, trySaying, underWay, type Saying, type Way } from '../conversation';
import { anyKind, sayingsAbout } from '../sayings';

/**
 * `expect(userB).toBeToldNothingOf(userA)`: whatever the visitor says to the chatbot, at its endpoint and (the plainest
 * demand for everything) in the page, nothing of the keeper's comes back. The bot does answer the keeper, before and
 * after, and the visitor about its own. Several visitors may share the keeper's controls.
 */
export async function toBeToldNothingOf(received: Intruders, keeper: Visitor): Promise<Conclusion> {
  const intruders = listOf(received);
  const sayings = sayingsAbout(keeper);
  const plainest = sayings.filter(({ what }) => what === 'probe everybody');
  const { product } = keeper.stage;
  // Where nobody can ask the endpoint, the page is asked what a customer would ask, too.
  const isPageAlone = product.without.chatApi !== undefined;
  const ordinary = sayings.filter(({ asked, kind }) => asked === 'chat' && kind !== anyKind);
  const attempts = isPageAlone
    ? await trySayings(intruders, keeper, 'page', [...ordinary, ...plainest])
    : [
        ...(await trySayings(intruders, keeper, 'api', sayings)),
        ...(await trySayings(intruders, keeper, 'page', plainest)),
      ];
  return conclude(
    keeper.stage,
    `the chatbot tells ${namesOf(intruders)} nothing of ${keeper.name}`,
    attempts,
  );
}

function trySayings(intruders: readonly Visitor[], keeper: Visitor, way: Way, sayings: readonly Saying[]) {
  const planned = intruders.flatMap((intruder) => plansOf(intruder, way, sayings));
  return betweenControls(
    () => answersOwner(keeper, way),
    planned,
    async () => (await Promise.all(intruders.map((intruder) => trySayingsAs(intruder, way, sayings)))).flat(),
  );
}

/** What one visitor is told, once the bot has shown it what is its own. */
async function trySayingsAs(intruder: Visitor, way: Way, sayings: readonly Saying[]) {
  const wrong = await answersOwner(intruder, way);
  return betweenControls(
    async () => wrong,
    plansOf(intruder, way, sayings),
    () => atOnce(sayings, underWay[way], (saying) => trySaying(intruder, way, saying)),
  );
}

function plansOf({ name }: Visitor, way: Way, sayings: readonly Saying[]) {
  return sayings.map(({ what, owner, kind }) => ({
    probe: { kind: 'chat' as const, what: probeOf(what, way) },
    viewer: name,
    owner,
    kind,
  }));
}
