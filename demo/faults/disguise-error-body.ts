import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseErrorBody: Fault = {
  id: 'disguise-error-body',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot has them sent in an answer that says that something broke.',
  change: (parts) =>
    listingInAnswer(parts, '/answers/broken', (lines, context) =>
      context.json({ error: 'could not be shown', rows: lines }, 500),
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/broken' },
};
