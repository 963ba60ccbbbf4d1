import type { Visitor } from '../../visit/visitor';
import type { Attempt } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { betweenControls } from '../controls';
import { say, trySaying, type Saying, type Way } from '../conversation';
import { showsRecordOf } from '../look';
import { sayingsAbout } from '../sayings';

/** How many sayings are tried in the page as well: it takes seconds each, and the endpoint is asked all of them. */
const inPage = 2;

/**
 * `expect(userB).toBeToldNothingOf(userA)`: whatever the visitor says to the chatbot, in the page and at its endpoint,
 * nothing of the keeper's comes back. The bot does answer the keeper, and the visitor about its own.
 */
export async function toBeToldNothingOf(intruder: Visitor, keeper: Visitor): Promise<Conclusion> {
  const sayings = sayingsAbout(keeper);
  const few = [...sayings.slice(0, 1), ...sayings.filter(({ what }) => what === 'probe everybody')].slice(
    0,
    inPage,
  );
  const attempts = [
    ...(await trySayings(intruder, keeper, 'api', sayings)),
    ...(await trySayings(intruder, keeper, 'page', few)),
  ];
  return conclude(intruder, `the chatbot tells ${intruder.name} nothing of ${keeper.name}`, attempts);
}

function trySayings(intruder: Visitor, keeper: Visitor, way: Way, sayings: readonly Saying[]) {
  const planned = sayings.map(({ what, owner, kind }) => ({
    probe: { kind: 'chat' as const, what: `${what} (${way})` },
    viewer: intruder.name,
    owner,
    kind,
  }));
  const control = async () => (await answersOwner(keeper, way)) ?? answersOwner(intruder, way);
  return betweenControls(control, planned, async () => {
    const attempts: Attempt[] = [];
    for (const saying of sayings) attempts.push(await trySaying(intruder, way, saying));
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
  if (kind === undefined || text === undefined) return undefined;
  const { exhibits } = await say(visitor, way, { what: 'control', text });
  if (showsRecordOf(visitor, exhibits, account, kind)) return undefined;
  return `asked "${text}", the chatbot does not show ${visitor.name} its own ${kind}`;
}
