import type { Visitor } from '../../visit/visitor';
import { controlAlive } from '../control-own';
import { showsRecordOf } from '../look';
import { sendAs } from '../send-as';
import { requestOf } from '../techniques/replay';
import type { Replay } from './replay-of';

/** By these a server says that there is nothing (any more). */
const gone: ReadonlySet<number> = new Set([204, 404, 410]);

/**
 * Whether an answer that a chat was waiting for has been handed out for good: whose answer it was asks once more, is
 * still signed in, and is told that there is nothing. Then nobody can try it, for the control of the attempt is gone
 * with it. Whatever else goes wrong is left to that control.
 *
 * @returns why it cannot be tried
 */
export async function givenOnce(visitor: Visitor, replay: Replay): Promise<string | undefined> {
  const { read, record, headers } = replay;
  const request = requestOf({ read, record, user: visitor.session?.userId });
  if (!request || replay.isChat || read.method === 'POST') return undefined;
  const { outcome, exhibits } = await sendAs(visitor, { ...request, headers });
  if (outcome.failed !== undefined || !gone.has(outcome.status)) return undefined;
  if (showsRecordOf(visitor, exhibits, record.owner, record.kind)) return undefined;
  if ((await controlAlive(visitor)) !== undefined) return undefined;
  return `it gives its answer once: asked again, ${visitor.name} itself is answered ${outcome.status}`;
}
