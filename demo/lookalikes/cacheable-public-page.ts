import { isPublicPage } from '../http/dressing';
import type { Lookalike } from '../fault';

/** They are the same for everybody, signed in or not. */
export const cacheablePublicPage: Lookalike = {
  id: 'cacheable-public-page',
  resembles: 'shared-cache',
  sentence: 'The public pages may be kept by every cache.',
  change: (parts) => ({
    ...parts,
    http: {
      ...parts.http,
      dress: (request, headers) => {
        parts.http.dress(request, headers);
        if (isPublicPage(request)) headers.set('cache-control', 'public, max-age=300');
      },
    },
  }),
  caughtBy: [],
  verdict: 'held',
};
