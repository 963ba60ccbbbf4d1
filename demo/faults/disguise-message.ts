import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseMessage: Fault = {
  id: 'disguise-message',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot tells them to every window that listens.',
  change: (parts) => listingInThePage(parts, `postMessage({ kind: 'answer', text }, '*');`),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'post-message' },
};
