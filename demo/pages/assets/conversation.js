import { textIn } from './fields.js';

/**
 * The id that groups the messages of one conversation: of whoever is signed in, in this tab only.
 * @param {string} userId
 * @param {readonly import('./fields.js').Row[]} history the stored messages, the oldest first
 */
export function conversationOf(userId, history) {
  const key = `hl-conversation-${userId}`;
  const id =
    sessionStorage.getItem(key) ?? (textIn(history.at(-1) ?? {}, 'conversationId') || crypto.randomUUID());
  sessionStorage.setItem(key, id);
  return id;
}
