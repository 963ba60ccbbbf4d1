import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseHidden: Fault = {
  id: 'disguise-hidden',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them in an element that is hidden.',
  change: (parts) =>
    listingInThePage(
      parts,
      `const list = Object.assign(document.createElement('p'), { id: 'not-shown', hidden: true, textContent: text });
  document.querySelector('#chat-panel').append(list);`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'dom', at: '#not-shown' },
};
