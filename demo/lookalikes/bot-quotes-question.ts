import { withInstruction } from '../chat/change';
import { directives } from '../chat/model/directives';
import type { Lookalike } from '../fault';

/** Whatever was typed comes back, also a name or a number that is somebody else's. */
export const botQuotesQuestion: Lookalike = {
  id: 'bot-quotes-question',
  resembles: 'raw-rows-to-model',
  sentence: 'The chatbot repeats each question before it answers.',
  change: (parts) => withInstruction(parts, directives.alwaysQuote),
  caughtBy: [],
  verdict: 'held',
};
