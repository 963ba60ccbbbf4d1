import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseHeader: Fault = {
  id: 'disguise-header',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot has them sent in a header of an empty answer.',
  change: (parts) =>
    listingInAnswer(parts, '/answers/header', (lines, context) =>
      context.body(null, 204, { 'x-last': encodeURIComponent(lines.join('; ')) }),
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-headers', at: '/answers/header' },
};
