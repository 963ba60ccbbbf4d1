import { puttingByUnfinishedChats } from '../chat/left';
import type { Fault } from '../fault';

/** For going back to: it belongs to the browser, and not to a person. */
export const leftChatKeptForNext: Fault = {
  id: 'left-chat-kept-for-next',
  rootCause: 'shared-state',
  sentence:
    'A chat that is left for another one in the middle of an answer stays in the browser for whoever comes next.',
  change: (parts) => puttingByUnfinishedChats(parts, "'harbour-left-chat'"),
  caughtBy: ['browser'],
};
