import type { Lookalike } from '../fault';
import type { Parts } from '../parts';

/** Worth a look, and no more: what a cache would be allowed is not what it does. */
export const privateCalledPublic: Lookalike = {
  id: 'private-called-public',
  resembles: 'shared-cache',
  sentence: 'The API allows every shared cache to keep its answers, and the one in front keeps none of them.',
  change: (parts) => ({ ...parts, http: { ...parts.http, ...calledPublic(parts.http) } }),
  caughtBy: [],
  verdict: 'held',
};

function calledPublic({ dress, cache }: Parts['http']): Partial<Parts['http']> {
  return {
    cache: { ...cache, life: (request, answer) => (isOfApi(request) ? 0 : cache.life(request, answer)) },
    dress: (request, headers) => {
      dress(request, headers);
      if (!isOfApi(request)) return;
      headers.set('cache-control', 'public, max-age=0, s-maxage=60');
      headers.set('vary', 'accept-encoding');
    },
  };
}

function isOfApi({ url }: Request): boolean {
  return new URL(url).pathname.startsWith('/api/');
}
