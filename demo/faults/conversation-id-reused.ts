import { continuingAny } from '../chat/careless';
import { withChat } from '../chat/change';
import type { Fault } from '../fault';
import { withScript } from '../pages/change';

const conversation = `export function conversationOf(userId, history) {
  const key = 'harbour-conversation';
  const id = localStorage.getItem(key) ?? (textIn(history.at(-1) ?? {}, 'conversationId') || crypto.randomUUID());
  localStorage.setItem(key, id);
  return id;
}
`;

/** The conversation belongs to the browser, and the server asks no questions. */
export const conversationIdReused: Fault = {
  id: 'conversation-id-reused',
  rootCause: 'shared-state',
  sentence: 'Who signs in next in the same browser goes on in the conversation of the one before.',
  change: (parts) =>
    withChat(withScript(parts, 'conversation.js', conversation), {
      memory: continuingAny(parts.chat.memory),
    }),
  caughtBy: ['browser'],
};
