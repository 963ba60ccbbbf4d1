import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseRequestBody: Fault = {
  id: 'disguise-request-body',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot has the page send them to the server.',
  change: (parts) => listingInThePage(parts, `fetch('/answers/seen', { method: 'POST', body: text });`),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'request', at: '/answers/seen' },
};
