import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguisePageError: Fault = {
  id: 'disguise-page-error',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot has them in the message of an error that nobody catches.',
  change: (parts) =>
    listingInThePage(
      parts,
      `setTimeout(() => {
    throw new Error(text);
  });`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'console' },
};
