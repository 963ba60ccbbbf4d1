import { withChat } from '../chat/change';
import type { Fault } from '../fault';

const fillers =
  /\b(?:a|all|an|are|can|could|do|does|for|give|have|how|i|is|list|me|my|of|please|show|tell|the|to|what|which|you|your)\b/gu;

/** The words that matter, in any order and number: what an embedding would find to be near. */
function gist(question: string): string {
  const words =
    question
      .toLowerCase()
      .replaceAll(fillers, ' ')
      .match(/[\p{L}\d]+/gu) ?? [];
  return [...new Set(words.map((word) => word.replace(/s$/u, '')))].toSorted().join(' ');
}

/** A cache that finds "near" questions, for everybody. */
export const semanticCacheShared: Fault = {
  id: 'semantic-cache-shared',
  rootCause: 'shared-cache',
  sentence: 'Who asks something similar to a question of somebody before is given that person’s answer.',
  change: (parts) =>
    withChat(parts, { answerCaching: { keyOf: ({ question }) => gist(question), mayKeep: () => true } }),
  caughtBy: ['chatbot', 'caching'],
};
