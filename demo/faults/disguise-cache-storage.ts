import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseCacheStorage: Fault = {
  id: 'disguise-cache-storage',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot keeps them in the cache of the page.',
  change: (parts) =>
    listingInThePage(
      parts,
      `caches.open('harbour-lane').then((cache) => cache.put('/last-answer', new Response(text)));`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'cache-storage' },
};
