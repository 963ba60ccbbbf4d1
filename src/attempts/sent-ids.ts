import type { ChatApi } from '../product/types';
import type { Visitor } from '../visit/visitor';
import type { Saying } from './conversation';
import { firstRecordOf } from './first-record';
import { neighboursOf } from './neighbours';
import { sendAs } from './send-as';
import { valuesUnder } from './values-under';

/** What somebody is told of its own by sending an id of it. */
export interface OwnIds {
  readonly kind: string;
  /** What the visitor says in order to be told of its own; `undefined` for who has nothing of its own. */
  readonly own: (visitor: Visitor) => Promise<Pick<Saying, 'text' | 'what' | 'claims'> | undefined>;
}

/** Sayings that name something by its id, with the question by which each side proves that it can see its own so. */
export interface SentIds extends OwnIds {
  readonly sayings: readonly Saying[];
}

type Attach = NonNullable<ChatApi['attach']>;
type Conversation = NonNullable<ChatApi['conversation']>;

/** The keeper's record attached to a question alone, behind one of the intruder's own, and before it. */
export function attachedRecords(intruder: Visitor, keeper: Visitor, attach: Attach): readonly SentIds[] {
  return attach.kinds.flatMap((kind) => {
    const foreign = firstRecordOf(keeper, kind)?.id;
    const own = firstRecordOf(intruder, kind)?.id;
    if (foreign === undefined) return [];
    const lists = own === undefined ? [[foreign]] : [[foreign], [own, foreign], [foreign, own]];
    const say = (ids: readonly string[]) => ({
      what: `a question with ${ids.length} attached ${kind}s`,
      text: attach.question,
      claims: { [attach.field]: ids },
    });
    return [
      {
        kind,
        sayings: lists.map((ids) =>
          sayingOf(keeper, kind, say(ids), `, the foreign one at ${ids.indexOf(foreign) + 1}`),
        ),
        own: async (visitor: Visitor) => {
          const id = firstRecordOf(visitor, kind)?.id;
          return id === undefined ? undefined : say([id]);
        },
      },
    ];
  });
}

/** A visitor's own conversation, gone on with by its id. */
export function ownConversation(conversation: Conversation): OwnIds {
  return {
    kind: conversation.kind,
    own: async (visitor) => {
      const [id] = await conversationsOf(visitor, conversation);
      return id === undefined ? undefined : goingOn(conversation, id);
    },
  };
}

function goingOn({ field, question }: Conversation, id: string) {
  return { what: 'a question that goes on with a conversation', text: question, claims: { [field]: id } };
}

/** The keeper's conversations, gone on with by their ids, and those whose ids are beside the intruder's own. */
export async function foreignConversations(
  intruder: Visitor,
  keeper: Visitor,
  conversation: Conversation,
): Promise<SentIds> {
  const { kind } = conversation;
  const say = (id: string) => goingOn(conversation, id);
  const [first, ...later] = await conversationsOf(keeper, conversation);
  const known = [first, later.at(-1)].filter((id) => id !== undefined);
  const own = await conversationsOf(intruder, conversation);
  const beside = own.slice(0, 1).flatMap(neighboursOf);
  return {
    ...ownConversation(conversation),
    sayings: [
      ...known.map((id) => sayingOf(keeper, kind, say(id), ` of ${keeper.name}'s`)),
      ...beside.map((id, index) => sayingOf(keeper, kind, say(id), ` beside an own one (${index + 1})`)),
    ],
  };
}

function sayingOf(
  keeper: Visitor,
  kind: string,
  said: Pick<Saying, 'text' | 'what' | 'claims'>,
  which: string,
): Saying {
  const owner = keeper.persona.account ?? keeper.name;
  return { ...said, what: `${said.what}${which}`, owner, kind, asked: 'claimed-identity' };
}

async function conversationsOf(visitor: Visitor, { read, key }: Conversation): Promise<readonly string[]> {
  const { outcome } = await sendAs(visitor, { path: read });
  return outcome.failed === undefined ? valuesUnder(key, outcome.text()) : [];
}
