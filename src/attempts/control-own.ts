import type { Read } from '../product/types';
import type { Visitor } from '../visit/visitor';
import { isAlive } from './diagnose';
import { firstRecordOf } from './first-record';
import { showsRecordOf } from './look';
import { sendAs } from './send-as';
import { requestOf } from './techniques/replay';

/**
 * Rule 0 of the design for the intruder: with the same session it sees a record of its own in the same way. A dead
 * session is not a defence. Who has no live session has nothing of its own to see: there the owner's control stands.
 *
 * @returns what is wrong, or `undefined` when the control holds
 */
export async function controlOwn(intruder: Visitor, read: Read): Promise<string | undefined> {
  if (!isAlive(intruder.persona.session)) return undefined;
  const own = firstRecordOf(intruder, read.kind);
  const request = own && requestOf({ read, record: own, user: intruder.session?.userId });
  if (!own || !request) return controlAlive(intruder);
  const { exhibits } = await sendAs(intruder, request);
  if (showsRecordOf(intruder, exhibits, own.owner, own.kind)) return undefined;
  return `${intruder.name} is not shown its own ${read.kind} at ${read.path}`;
}

/** Somebody who owns nothing of the kind at least has to be signed in. */
export async function controlAlive(intruder: Visitor): Promise<string | undefined> {
  const { path } = intruder.stage.product.signIn.alive;
  const { outcome } = await sendAs(intruder, { path });
  if (outcome.failed === undefined && outcome.status === 200) return undefined;
  return `${intruder.name} is not signed in any more: ${path} does not answer 200`;
}
