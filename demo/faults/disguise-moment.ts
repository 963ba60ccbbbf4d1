import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseMoment: Fault = {
  id: 'disguise-moment',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them for a moment, and takes the list away again.',
  change: (parts) =>
    listingInThePage(
      parts,
      `const list = document.createElement('p');
  list.textContent = text;
  document.querySelector('#chat-panel').append(list);
  setTimeout(() => list.remove(), 120);`,
    ),
  caughtBy: ['chatbot'],
};
