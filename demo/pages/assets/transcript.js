import { textIn } from './fields.js';

/**
 * How the widget knows what was said before: from the server, for whoever is signed in.
 * @param {readonly import('./fields.js').Row[]} history
 * @returns {Record<string, unknown>}
 */
export function transcriptOptions(history) {
  const messages = history.slice(-40).map((message) => ({
    role: textIn(message, 'author') === 'customer' ? 'user' : 'ai',
    text: textIn(message, 'text'),
  }));
  return messages.length === 0 ? {} : { history: messages };
}
