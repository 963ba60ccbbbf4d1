import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseAttribute: Fault = {
  id: 'disguise-attribute',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them in an attribute that nobody sees.',
  change: (parts) =>
    listingInThePage(parts, `document.querySelector('#chat-panel').setAttribute('data-last', text);`),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'dom', at: 'attribute data-last' },
};
