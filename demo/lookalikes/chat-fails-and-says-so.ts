import { withChat } from '../chat/change';
import type { Lookalike } from '../fault';

/** Out of order, and honest about it: nothing can be judged, and nobody is left waiting. */
export const chatFailsAndSaysSo: Lookalike = {
  id: 'chat-fails-and-says-so',
  resembles: 'gates',
  sentence: 'The chatbot fails at every question, and its widget says so.',
  change: (parts) => withChat(parts, { begin: () => Promise.reject(new Error('out of order')) }),
  caughtBy: [],
  verdict: 'unknown',
};
