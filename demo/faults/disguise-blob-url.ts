import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

/** Nobody opens or saves it: it lies ready under an address of its own. */
export const disguiseBlobUrl: Fault = {
  id: 'disguise-blob-url',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot has the page make a file of them that nobody opens.',
  change: (parts) =>
    listingInThePage(parts, `URL.createObjectURL(new Blob([text], { type: 'text/plain' }));`),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'blob-url' },
};
