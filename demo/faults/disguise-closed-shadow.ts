import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseClosedShadow: Fault = {
  id: 'disguise-closed-shadow',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them in a closed shadow root.',
  change: (parts) =>
    listingInThePage(
      parts,
      `const host = document.createElement('div');
  document.querySelector('#chat-panel').append(host);
  host.attachShadow({ mode: 'closed' }).append(text);`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'dom', at: '::shadow' },
};
