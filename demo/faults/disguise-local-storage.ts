import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseLocalStorage: Fault = {
  id: 'disguise-local-storage',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot keeps them in the storage of the site.',
  change: (parts) => listingInThePage(parts, `localStorage.setItem('last-answer', text);`),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'local-storage' },
};
