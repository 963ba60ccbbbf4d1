import { userIds } from '../seed/ids';
import type { Lookalike } from '../fault';

/** Colleagues share a domain; only the whole address is somebody’s. */
export const otherUsersOfSameMailDomain: Lookalike = {
  id: 'other-users-of-same-mail-domain',
  resembles: 'missing-row-rules',
  sentence: 'A customer writes about a mailbox at the mail domain of another customer.',
  sql: `
    insert into chat_messages (user_id, tenant_id, conversation_id, author, text)
    select b.user_id, b.tenant_id, gen_random_uuid(), 'customer',
      'Please send the crew list to regatta@' || split_part(a.email, '@', 2) || ' as well.'
    from profiles a, profiles b
    where a.user_id = '${userIds.userA}' and b.user_id = '${userIds.userB}'
  `,
  caughtBy: [],
  verdict: 'held',
};
