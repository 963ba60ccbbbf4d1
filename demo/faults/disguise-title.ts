import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseTitle: Fault = {
  id: 'disguise-title',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot says them in the title of the tab.',
  change: (parts) => listingInThePage(parts, 'document.title = text;'),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'title-and-url' },
};
