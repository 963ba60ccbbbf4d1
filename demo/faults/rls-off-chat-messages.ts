import type { Fault } from '../fault';

/** The table was added later, for the chatbot, and nobody thought of rules. */
export const rlsOffChatMessages: Fault = {
  id: 'rls-off-chat-messages',
  rootCause: 'missing-row-rules',
  sentence: 'Chat messages have no row rules: anybody with the publishable key reads them all.',
  sql: `alter table chat_messages disable row level security`,
  caughtBy: ['records', 'chatbot', 'database'],
};
