import { textIn } from './fields.js';

/** @param {string} userId */
const keyOf = (userId) => `hl-conversation-${userId}`;

/**
 * The id that groups the messages of one conversation: of whoever is signed in, in this tab only.
 * @param {string} userId
 * @param {readonly import('./fields.js').Row[]} history the stored messages, the oldest first
 */
export function conversationOf(userId, history) {
  const key = keyOf(userId);
  const id =
    sessionStorage.getItem(key) ?? (textIn(history.at(-1) ?? {}, 'conversationId') || crypto.randomUUID());
  sessionStorage.setItem(key, id);
  return id;
}

/**
 * From now on another conversation.
 * @param {string} userId
 */
export function beginConversation(userId) {
  sessionStorage.setItem(keyOf(userId), crypto.randomUUID());
}
