import { withIdentifiers } from '../http/dressing';
import type { Lookalike } from '../fault';

/** Identifiers of requests, not of anybody’s records. */
export const uuidEverywhere: Lookalike = {
  id: 'uuid-everywhere',
  resembles: 'leaky-refusal',
  sentence: 'Every answer carries fresh identifiers in its headers.',
  change: (parts) => ({
    ...parts,
    http: {
      ...parts.http,
      dress: (request, headers) => {
        parts.http.dress(request, headers);
        withIdentifiers(headers);
      },
    },
  }),
  caughtBy: [],
  verdict: 'held',
};
