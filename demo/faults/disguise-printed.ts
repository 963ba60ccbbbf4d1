import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

/** On the screen there is never anything of it. */
export const disguisePrinted: Fault = {
  id: 'disguise-printed',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them for whoever prints the page.',
  change: (parts) =>
    listingInThePage(
      parts,
      `const list = document.createElement('p');
  list.textContent = text;
  addEventListener('beforeprint', () => document.body.append(list));
  addEventListener('afterprint', () => list.remove());`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'printed' },
};
