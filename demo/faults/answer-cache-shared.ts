import { withChat } from '../chat/change';
import type { Fault } from '../fault';

/** The key is the question; who asked is not in it. */
export const answerCacheShared: Fault = {
  id: 'answer-cache-shared',
  rootCause: 'shared-cache',
  sentence: 'Who asks the same question as somebody before is given that person’s answer.',
  change: (parts) =>
    withChat(parts, { answerCaching: { keyOf: ({ question }) => question, mayKeep: () => true } }),
  caughtBy: ['chatbot', 'caching'],
};
