import type { Visitor } from '../../visit/visitor';
import type { Attempt } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { betweenControls } from '../controls';
import { probeOf, say, trySaying, type Saying, type Way } from '../conversation';
import { showsRecordOf } from '../look';
import { sayingsAbout } from '../sayings';

/** Questions under way at once: a chatbot takes its time, and has to keep its askers apart anyway. */
const atOnce: Readonly<Record<Way, number>> = { api: 4, page: 1 };

/**
 * `expect(userB).toBeToldNothingOf(userA)`: whatever the visitor says to the chatbot, at its endpoint and (the plainest
 * demand for everything) in the page, nothing of the keeper's comes back. The bot does answer the keeper, and the
 * visitor about its own.
 */
export async function toBeToldNothingOf(intruder: Visitor, keeper: Visitor): Promise<Conclusion> {
  const sayings = sayingsAbout(keeper);
  const plainest = sayings.filter(({ what }) => what === 'probe everybody');
  const attempts = [
    ...(await trySayings(intruder, keeper, 'api', sayings)),
    ...(await trySayings(intruder, keeper, 'page', plainest)),
  ];
  return conclude(intruder, `the chatbot tells ${intruder.name} nothing of ${keeper.name}`, attempts);
}

async function trySayings(intruder: Visitor, keeper: Visitor, way: Way, sayings: readonly Saying[]) {
  const planned = sayings.map(({ what, owner, kind }) => ({
    probe: { kind: 'chat' as const, what: probeOf(what, way) },
    viewer: intruder.name,
    owner,
    kind,
  }));
  const ownAnswer = await answersOwner(intruder, way);
  const control = async () => ownAnswer ?? answersOwner(keeper, way);
  return betweenControls(control, planned, async () => {
    const attempts: Attempt[] = [];
    for (let at = 0; at < sayings.length; at += atOnce[way]) {
      const some = sayings.slice(at, at + atOnce[way]);
      attempts.push(...(await Promise.all(some.map((saying) => trySaying(intruder, way, saying)))));
    }
    return attempts;
  });
}

/**
 * The control: asked for its own records, the bot shows them. Who has no live session has none of its own to be shown.
 *
 * @returns what is wrong, or `undefined`
 */
export async function answersOwner(visitor: Visitor, way: Way): Promise<string | undefined> {
  const { account, session } = visitor.persona;
  if (session !== 'live' || account === null) return undefined;
  const { chat, records } = visitor.stage.product;
  const kind = Object.keys(chat.ask).find((asked) =>
    records.some((own) => own.owner === account && own.kind === asked),
  );
  const text = kind === undefined ? undefined : chat.ask[kind];
  if (kind === undefined || text === undefined) {
    return `no question of chat.ask is about a record of ${visitor.name}, so its own answer cannot be checked`;
  }
  const { exhibits } = await say(visitor, way, { what: 'control', text });
  if (showsRecordOf(visitor, exhibits, account, kind)) return undefined;
  return `asked "${text}", the chatbot does not show ${visitor.name} its own ${kind}`;
}
