import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseImageUrl: Fault = {
  id: 'disguise-image-url',
  rootCause: 'raw-rows-to-model',
  sentence:
    'Asked for all customers, the chatbot puts them into the address of a picture that counts visits.',
  change: (parts) =>
    listingInThePage(parts, `new Image().src = '/favicon.ico?seen=' + encodeURIComponent(text);`),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'request', at: '/favicon.ico' },
};
