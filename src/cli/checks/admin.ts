import { sendAs } from '../../attempts/send-as';
import { showsRecordOf } from '../../attempts/look';
import { requestOf } from '../../attempts/techniques/replay';
import { presenceOf } from '../../product/features';
import type { Read } from '../../product/types';
import type { Visitor } from '../../visit/visitor';
import { type Check, fine, type Said } from './check';

/** The control of what only an admin may see: at the admin endpoints the admin is shown records of others. */
export const admin: Check = {
  id: 'admin',
  asks: 'is the admin shown what others may not see?',
  async run(room) {
    const presence = presenceOf('admin', room.product);
    if (presence.is === 'declared away') return [];
    if (presence.is === 'missing')
      return [{ is: 'unknown', what: 'the config tells nothing of an admin', next: presence.toAdd }];
    if (!room.accounts.includes('admin')) return [];
    const visitor = (await room.everybody()).find(({ name }) => name === 'admin');
    if (!visitor) return [];
    return Promise.all(room.product.adminReads.map((read) => controlOf(visitor, read)));
  },
};

async function controlOf(visitor: Visitor, read: Read): Promise<Said> {
  const record = { owner: visitor.name, kind: read.kind, fields: {} };
  const request = requestOf({ read, record, user: visitor.session?.userId }) ?? { path: read.path };
  const { exhibits } = await sendAs(visitor, request);
  const others = visitor.viewer.sees.filter((owner) => owner !== visitor.name);
  if (others.some((owner) => showsRecordOf(visitor, exhibits, owner)))
    return fine(`the admin is shown others by "${read.name}"`);
  const next = 'compare the read with what the admin page asks for';
  return { is: 'wrong', about: 'admin', what: `the admin is shown nobody by "${read.name}"`, next };
}
