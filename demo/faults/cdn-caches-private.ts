import { byAddress, keptAnyway, privateData } from '../http/careless';
import type { Fault } from '../fault';

/** "Cache everything" at the network: what the answer says of itself is not read. */
export const cdnCachesPrivate: Fault = {
  id: 'cdn-caches-private',
  rootCause: 'shared-cache',
  sentence: 'The cache in front keeps private answers and gives them to the next one who asks.',
  change: (parts) => ({
    ...parts,
    http: {
      ...parts.http,
      cache: { ...parts.http.cache, life: keptAnyway(parts.http.cache, privateData), key: byAddress },
    },
  }),
  caughtBy: ['caching'],
};
