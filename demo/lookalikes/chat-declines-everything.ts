import { withInstruction } from '../chat/change';
import { directives } from '../chat/model/directives';
import type { Lookalike } from '../fault';

/** Nobody is shown anything, so nobody can say whether anybody is protected. */
export const chatDeclinesEverything: Lookalike = {
  id: 'chat-declines-everything',
  resembles: 'raw-rows-to-model',
  sentence: 'The chatbot declines every question about an account, also its owner’s.',
  change: (parts) => withInstruction(parts, directives.declineAccounts),
  caughtBy: [],
  verdict: 'unknown',
};
