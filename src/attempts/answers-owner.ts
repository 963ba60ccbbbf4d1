import type { Visitor } from '../visit/visitor';
import { say, type Way } from './conversation';
import { isAlive } from './diagnose';
import { showsRecordOf } from './look';
import { ownQuestionsOf } from './own-question';

/**
 * The control: asked for its own records, the bot shows them. Who has no live session has none of its own to be shown.
 *
 * @returns what is wrong, or `undefined`
 */
export async function answersOwner(visitor: Visitor, way: Way): Promise<string | undefined> {
  const { account, session } = visitor.persona;
  if (!isAlive(session) || account === null) return undefined;
  const [question] = ownQuestionsOf(visitor);
  if (!question) {
    return `no question of chat.ask is about a record of ${visitor.name}, so its own answer cannot be checked`;
  }
  const { kind, text } = question;
  const { answer } = await say(visitor, way, { what: 'control', text });
  if (showsRecordOf(visitor, answer, account, kind)) return undefined;
  return `asked "${text}", the chatbot does not show ${visitor.name} its own ${kind}`;
}
