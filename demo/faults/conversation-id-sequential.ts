import { continuingAny } from '../chat/careless';
import { withChat } from '../chat/change';
import type { Fault } from '../fault';
import { userIds } from '../seed/ids';

/** 1001, 1002, 1003: the next conversation is one step away. */
export const conversationIdSequential: Fault = {
  id: 'conversation-id-sequential',
  rootCause: 'client-chosen-identity',
  sentence: 'Conversations are numbered, and the chatbot goes on with any whose number is sent.',
  sql: `update chat_messages m
    set conversation_id = ('00000000-0000-4000-8000-' || lpad(p.number::text, 12, '0'))::uuid
    from (select user_id, 1000 + row_number() over (order by user_id <> '${userIds.userA}', user_id <> '${userIds.userB}', full_name) as number from profiles) p
    where p.user_id = m.user_id`,
  change: (parts) => withChat(parts, { memory: continuingAny(parts.chat.memory) }),
  caughtBy: ['chatbot'],
};
