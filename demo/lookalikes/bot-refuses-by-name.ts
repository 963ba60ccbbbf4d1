import { withInstruction } from '../chat/change';
import { directives } from '../chat/model/directives';
import type { Lookalike } from '../fault';

/** It names only whom the question named. */
export const botRefusesByName: Lookalike = {
  id: 'bot-refuses-by-name',
  resembles: 'leaky-refusal',
  sentence: 'The chatbot says whose details it cannot share.',
  change: (parts) => withInstruction(parts, directives.nameInRefusals),
  caughtBy: [],
  verdict: 'held',
};
