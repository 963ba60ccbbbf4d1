import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

/** The element has neither text nor attributes: only who uses a screen reader is told. */
export const disguiseAccessibleName: Fault = {
  id: 'disguise-accessible-name',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot names an empty element after them.',
  change: (parts) =>
    listingInThePage(
      parts,
      `class Hint extends HTMLElement {
    constructor() {
      super();
      this.attachInternals().ariaLabel = text;
    }
  }
  if (!customElements.get('harbour-hint')) customElements.define('harbour-hint', Hint);
  document.querySelector('#chat-panel').append(document.createElement('harbour-hint'));`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'accessible-name' },
};
