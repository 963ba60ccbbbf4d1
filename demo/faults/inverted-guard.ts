import type { Fault } from '../fault';

/** `<>` where `=` was meant. */
export const invertedGuard: Fault = {
  id: 'inverted-guard',
  rootCause: 'broad-policy',
  sentence: 'Every customer reads the chat messages of its tenant; only the staff is kept out.',
  sql: `alter policy own_chat_messages on chat_messages using (
    (auth.jwt() -> 'app_metadata' ->> 'role' <> 'admin' or user_id = auth.uid()) and tenant_id = private.tenant())`,
  caughtBy: ['records', 'chatbot', 'database'],
};
