import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseCopied: Fault = {
  id: 'disguise-copied',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot gives them to whoever copies something from the page.',
  change: (parts) =>
    listingInThePage(
      parts,
      `document.addEventListener('copy', (event) => {
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  });`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'clipboard', at: 'copied or dragged' },
};
