import type { Visitor } from '../visit/visitor';
import { say, type Way } from './conversation';
import { isAlive } from './diagnose';
import { showsRecordOf } from './look';
import { ownQuestionsOf, type OwnQuestion } from './own-question';

/**
 * The control: asked for its own records, the bot shows them. Who has no live session has none of its own to be shown.
 *
 * @returns what is wrong, or `undefined`
 */
export async function answersOwner(visitor: Visitor, way: Way): Promise<string | undefined> {
  const { account, session } = visitor.persona;
  if (!isAlive(session) || account === null) return undefined;
  const found = await answeredQuestionOf(visitor, way);
  return typeof found === 'string' ? found : undefined;
}

const answered = new WeakMap<Visitor, OwnQuestion>();

/** The question by which the bot last showed a visitor a record of its own; `undefined` where it has not yet. */
export function answeredBefore(visitor: Visitor): OwnQuestion | undefined {
  return answered.get(visitor);
}

/**
 * Asks the bot for the visitor's own records, one kind after the other, until it shows one: a config may ask for kinds of
 * which a bot knows nothing. What was answered before is asked first.
 *
 * @returns the question that was answered so, or what is wrong
 */
async function answeredQuestionOf(visitor: Visitor, way: Way): Promise<OwnQuestion | string> {
  const all = ownQuestionsOf(visitor);
  const known = all.find(({ kind }) => kind === answered.get(visitor)?.kind);
  const asked = known ? [known] : all;
  for (const question of asked) {
    const { answer } = await say(visitor, way, { what: 'control', text: question.text });
    const owner = visitor.persona.account ?? visitor.name;
    if (!showsRecordOf(visitor, answer, owner, question.kind)) continue;
    answered.set(visitor, question);
    return question;
  }
  return notAnswered(visitor, asked);
}

function notAnswered({ name }: Visitor, [first, ...more]: readonly OwnQuestion[]): string {
  if (!first)
    return `no question of chat.ask is about a record of ${name}, so its own answer cannot be checked`;
  const others = more.length > 0 ? ` (and ${more.length} more)` : '';
  return `asked "${first.text}"${others}, the chatbot does not show ${name} its own ${first.kind}`;
}
