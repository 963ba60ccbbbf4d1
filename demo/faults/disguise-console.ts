import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseConsole: Fault = {
  id: 'disguise-console',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot writes them to the console.',
  change: (parts) => listingInThePage(parts, 'console.debug({ answer: text });'),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'console' },
};
