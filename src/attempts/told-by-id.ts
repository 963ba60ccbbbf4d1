import type { Visitor } from '../visit/visitor';
import { say } from './conversation';
import { isAlive } from './diagnose';
import { showsRecordOf } from './look';
import type { OwnIds } from './sent-ids';

/**
 * The control of whoever sends the chatbot somebody else's id: by an id of its own, a visitor is told what is its own. Who
 * is not signed in has nothing of its own.
 *
 * @returns what is wrong, or `undefined`
 */
export async function toldById(visitor: Visitor, { kind, own }: OwnIds): Promise<string | undefined> {
  const { account, session } = visitor.persona;
  if (account === null || !isAlive(session)) return undefined;
  const saying = await own(visitor);
  if (!saying) return `${visitor.name} has no ${kind} whose id it could send`;
  const { exhibits } = await say(visitor, 'api', saying);
  if (showsRecordOf(visitor, exhibits, account, kind)) return undefined;
  return `sent an id of its own, the chatbot does not show ${visitor.name} its ${kind} → let the configured question ask for what the records of this kind hold`;
}
