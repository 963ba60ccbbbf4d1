import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

/** No frame is painted in between: only whoever takes down each change knows of it. */
export const disguiseBlink: Fault = {
  id: 'disguise-blink',
  rootCause: 'raw-rows-to-model',
  sentence:
    'Asked for all customers, the chatbot lists them and takes the list away before it can be painted.',
  change: (parts) =>
    listingInThePage(
      parts,
      `const list = Object.assign(document.createElement('p'), { id: 'at-once' });
  document.querySelector('#chat-panel').append(list);
  // The log of what is shown tells of each text once: beside other faults, this one has to be a text of its own.
  list.textContent = 'At once: ' + text;
  list.firstChild.data = 'None.';
  setTimeout(() => list.remove(), 100);`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'shown-text', at: '#at-once' },
};
