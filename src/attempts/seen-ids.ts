import type { ApiRequest } from '../product/api';
import { takesFields } from '../product/chat/recognise';
import type { Visitor } from '../visit/visitor';
import type { Attempt } from '../words';
import { controlAlive } from './control-own';
import { say, type Saying } from './conversation';
import { isAlive } from './diagnose';
import { identityClaims } from './identity-claims';
import { showsRecordOf } from './look';
import { ownQuestionsOf } from './own-question';
import { addressOf } from './probes/named';
import { sayBetween } from './say-between';
import { ownIdentifiers, recall, requestWith, type SeenChat } from './seen-chat';

/** Names under which a server may be told who asks, where the widget itself tells it nothing. */
const guessed = ['user_id', 'userId', 'customer_id', 'customerId'] as const;

/**
 * What a visitor tries with the keeper's own request: the keeper's conversation gone on with, the keeper's person left in
 * it, and its user id added; always with the visitor's credentials. Between controls at the same endpoint.
 */
export function trySeenIds(intruder: Visitor, keeper: Visitor, seen: SeenChat): Promise<readonly Attempt[]> {
  const control = async () => (await answersKeeper(keeper, seen)) ?? (await answersIntruder(intruder, seen));
  return sayBetween(control, intruder, seenSayings(intruder, keeper, seen));
}

/** What there is to try: nothing where a request names neither a conversation nor a person, nor takes a name. */
export function seenSayings(intruder: Visitor, keeper: Visitor, seen: SeenChat): readonly Saying[] {
  return [
    ...conversationOf(intruder, keeper, seen),
    ...personOf(intruder, keeper, seen),
    ...claimOf(intruder, keeper, seen),
  ];
}

/** Asks for what was said, in the keeper's conversation. */
function conversationOf(intruder: Visitor, keeper: Visitor, seen: SeenChat): readonly Saying[] {
  if (seen.retells === undefined) return [];
  const identifiers = ownIdentifiers(seen, intruder, ['person']);
  const request = requestWith(seen, { message: recall, identifiers });
  return [
    sayingOf(
      keeper,
      seen.retells,
      `a question that goes on with a conversation of ${keeper.name}'s`,
      recall,
      request,
    ),
  ];
}

/** The ordinary questions in a conversation of the visitor's own, with the keeper named where the widget names who asks. */
function personOf(intruder: Visitor, keeper: Visitor, seen: SeenChat): readonly Saying[] {
  if (!seen.call.identifiers.some(({ of }) => of === 'person')) return [];
  const identifiers = ownIdentifiers(seen, intruder, ['conversation']);
  return ownQuestionsOf(keeper).map(({ kind, text }) =>
    sayingOf(
      keeper,
      kind,
      `ordinary question for one's own ${kind}, sent as ${keeper.name}'s page sends it`,
      text,
      requestWith(seen, { message: text, identifiers }),
    ),
  );
}

/** The same with the keeper's user id in fields that the widget does not send. */
function claimOf(intruder: Visitor, keeper: Visitor, seen: SeenChat): readonly Saying[] {
  const user = keeper.session?.userId;
  if (user === undefined || !takesFields(seen.call.wire)) return [];
  const owner = keeper.persona.account ?? keeper.name;
  const added = identityClaims(guessed, { user, email: addressOf(owner, keeper.stage.product) });
  const identifiers = ownIdentifiers(seen, intruder, ['conversation', 'person']);
  const { kind, text } = seen.question;
  const request = requestWith(seen, { message: text, identifiers, added });
  return [
    {
      ...sayingOf(
        keeper,
        kind,
        `ordinary question for one's own ${kind}, claiming to be ${owner}`,
        text,
        request,
      ),
      mayBeTurnedDown: true,
    },
  ];
}

function sayingOf(keeper: Visitor, kind: string, what: string, text: string, request: ApiRequest): Saying {
  const owner = keeper.persona.account ?? keeper.name;
  return { what, text, owner, kind, asked: 'claimed-identity', request };
}

/** The control: by the page's own request, sent without the page, the bot shows the keeper what is the keeper's. */
async function answersKeeper(keeper: Visitor, seen: SeenChat): Promise<string | undefined> {
  const { kind, text } = seen.question;
  const request = requestWith(seen, { message: text });
  const { exhibits } = await say(keeper, 'api', { what: 'control', text, request });
  if (showsRecordOf(keeper, exhibits, keeper.persona.account ?? keeper.name, kind)) return undefined;
  return `asked "${text}" by the page's own request, the chatbot does not show ${keeper.name} its own ${kind}`;
}

/**
 * And the visitor, in a conversation and a name of its own. Where the bot takes no conversation that it has not begun
 * itself, the visitor's session has to be alive at least.
 */
async function answersIntruder(intruder: Visitor, seen: SeenChat): Promise<string | undefined> {
  const { account, session } = intruder.persona;
  if (account === null || !isAlive(session)) return undefined;
  const own = ownQuestionsOf(intruder).find(({ kind }) => kind === seen.question.kind) ?? seen.question;
  const identifiers = ownIdentifiers(seen, intruder, ['conversation', 'person']);
  const request = requestWith(seen, { message: own.text, identifiers });
  const { exhibits } = await say(intruder, 'api', { what: 'control', text: own.text, request });
  return showsRecordOf(intruder, exhibits, account, own.kind) ? undefined : controlAlive(intruder);
}
