import { puttingByUnfinishedChats } from '../chat/left';
import type { Lookalike } from '../fault';

/** Under a name that is forgotten with the rest of the account. */
export const leftChatKeptForItsAuthor: Lookalike = {
  id: 'left-chat-kept-for-its-author',
  resembles: 'shared-state',
  sentence:
    'A chat that is left for another one in the middle of an answer stays in the browser until its author signs out.',
  change: (parts) => puttingByUnfinishedChats(parts, "'hl-left-chat-' + session?.user.id"),
  caughtBy: [],
  verdict: 'held',
};
