import { continuingAny } from '../chat/careless';
import { withChat } from '../chat/change';
import type { Fault } from '../fault';

/** A conversation id is long and random, so it was taken for a password. */
export const threadIdUnbound: Fault = {
  id: 'thread-id-unbound',
  rootCause: 'client-chosen-identity',
  sentence: 'The chatbot goes on with any conversation whose id is sent, and retells it.',
  change: (parts) => withChat(parts, { memory: continuingAny(parts.chat.memory) }),
  caughtBy: ['chatbot'],
};
