import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseRequestHeader: Fault = {
  id: 'disguise-request-header',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot has the page send them in a header of its own.',
  change: (parts) =>
    listingInThePage(
      parts,
      `fetch('/answers/told', { headers: { 'x-last': encodeURIComponent(text.slice(0, 3000)) } });`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'request', at: '/answers/told' },
};
