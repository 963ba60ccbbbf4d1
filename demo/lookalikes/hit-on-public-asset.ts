import type { Lookalike } from '../fault';

/** A hit is an alarm only on what is private. */
export const hitOnPublicAsset: Lookalike = {
  id: 'hit-on-public-asset',
  resembles: 'shared-cache',
  sentence: 'Public files say that they come from a cache.',
  change: (parts) => ({
    ...parts,
    http: {
      ...parts.http,
      cache: {
        ...parts.http.cache,
        label: () => ({ 'x-cache': 'HIT', 'cf-cache-status': 'HIT', age: '86400' }),
      },
    },
  }),
  caughtBy: [],
  verdict: 'held',
};
