import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseBeacon: Fault = {
  id: 'disguise-beacon',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot has the page report them in the background.',
  change: (parts) => listingInThePage(parts, `navigator.sendBeacon('/answers/visits', text);`),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'request', at: '/answers/visits' },
};
