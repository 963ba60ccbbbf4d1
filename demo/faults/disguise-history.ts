import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseHistory: Fault = {
  id: 'disguise-history',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot has the history of the tab remember them.',
  change: (parts) => listingInThePage(parts, `history.replaceState({ ...history.state, answer: text }, '');`),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'title-and-url' },
};
