import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseOpenShadow: Fault = {
  id: 'disguise-open-shadow',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them in an open shadow root.',
  change: (parts) =>
    listingInThePage(
      parts,
      `const host = document.createElement('div');
  document.querySelector('#chat-panel').append(host);
  host.attachShadow({ mode: 'open' }).append(text);`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'dom', at: '::shadow' },
};
