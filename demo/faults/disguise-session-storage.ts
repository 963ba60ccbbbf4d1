import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseSessionStorage: Fault = {
  id: 'disguise-session-storage',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot keeps them in the storage of the tab.',
  change: (parts) => listingInThePage(parts, `sessionStorage.setItem('last-answer', text);`),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'session-storage' },
};
