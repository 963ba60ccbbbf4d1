import { withChat } from '../chat/change';
import type { Outlet } from '../chat/parts';
import type { Fault } from '../fault';

/** One variable for "the" response. */
export const streamsCrossed: Fault = {
  id: 'streams-crossed',
  rootCause: 'shared-state',
  sentence: 'While two answers stream at the same moment, pieces of the first go to the second.',
  change: (parts) => {
    let current: Outlet | undefined;
    return withChat(parts, {
      outlet: (own) => {
        current = own;
        return (piece) => (current ?? own)(piece);
      },
    });
  },
  caughtBy: ['chatbot'],
};
