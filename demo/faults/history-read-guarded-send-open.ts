import { continuingAny, writingIntoAny } from '../chat/careless';
import { withChat } from '../chat/change';
import type { Fault } from '../fault';

/** The history endpoint was reviewed; the one that sends was not. */
export const historyReadGuardedSendOpen: Fault = {
  id: 'history-read-guarded-send-open',
  rootCause: 'client-chosen-identity',
  sentence: 'Nobody can read a foreign chat history, but anybody can write into it and is answered from it.',
  change: (parts) => withChat(parts, { memory: writingIntoAny(continuingAny(parts.chat.memory)) }),
  caughtBy: ['chatbot'],
};
