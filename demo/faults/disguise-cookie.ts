import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseCookie: Fault = {
  id: 'disguise-cookie',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot keeps some of them in a cookie.',
  change: (parts) =>
    listingInThePage(parts, `document.cookie = \`last=\${encodeURIComponent(text.slice(0, 1_200))}\`;`),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'cookies' },
};
