import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseOffScreen: Fault = {
  id: 'disguise-off-screen',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them where no screen reaches.',
  change: (parts) =>
    listingInThePage(
      parts,
      `const list = Object.assign(document.createElement('p'), { id: 'far-away', textContent: text });
  list.style.cssText = 'position: absolute; left: -9999px';
  document.querySelector('#chat-panel').append(list);`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'dom', at: '#far-away' },
};
