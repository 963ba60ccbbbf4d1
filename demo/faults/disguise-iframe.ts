import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseIframe: Fault = {
  id: 'disguise-iframe',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them in a frame within the page.',
  change: (parts) =>
    listingInThePage(
      parts,
      `const frame = document.createElement('iframe');
  frame.title = 'List';
  frame.srcdoc = '<p></p>';
  frame.addEventListener('load', () => frame.contentDocument.querySelector('p').append(text), { once: true });
  document.querySelector('#chat-panel').append(frame);`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'dom', at: ' »' },
};
