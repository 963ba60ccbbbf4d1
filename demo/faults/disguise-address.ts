import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseAddress: Fault = {
  id: 'disguise-address',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot puts them into the address bar.',
  change: (parts) =>
    listingInThePage(parts, `history.replaceState(history.state, '', \`#\${encodeURIComponent(text)}\`);`),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'title-and-url' },
};
