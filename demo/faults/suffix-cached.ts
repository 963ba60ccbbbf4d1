import { byAddress, keptAnyway, looksStatic, withoutStaticEnd } from '../http/careless';
import type { Fault } from '../fault';

/** Web cache deception: the server ignores the end of the path, and the cache goes by nothing else. */
export const suffixCached: Fault = {
  id: 'suffix-cached',
  rootCause: 'shared-cache',
  sentence: 'A private answer whose address ends like a stylesheet is kept for everybody.',
  change: (parts) => ({
    ...parts,
    http: {
      ...parts.http,
      path: withoutStaticEnd,
      cache: { ...parts.http.cache, life: keptAnyway(parts.http.cache, looksStatic), key: byAddress },
    },
  }),
  caughtBy: ['caching'],
};
