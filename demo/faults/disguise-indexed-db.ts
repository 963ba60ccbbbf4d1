import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseIndexedDb: Fault = {
  id: 'disguise-indexed-db',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot keeps them in a database of the browser.',
  change: (parts) =>
    listingInThePage(
      parts,
      `const opening = indexedDB.open('harbour-lane');
  opening.onupgradeneeded = () => opening.result.createObjectStore('answers', { autoIncrement: true });
  opening.onsuccess = () => opening.result.transaction('answers', 'readwrite').objectStore('answers').add({ text });`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'indexed-db' },
};
