import { privateData } from '../http/careless';
import type { Lookalike } from '../fault';

/** Slower than it might be, and well within the limit. */
export const slowButRight: Lookalike = {
  id: 'slow-but-right',
  resembles: 'gates',
  sentence: 'Every answer of the API takes 100 ms more.',
  change: (parts) => ({
    ...parts,
    http: { ...parts.http, delay: (request) => (privateData(request) ? 100 : parts.http.delay(request)) },
  }),
  caughtBy: [],
  verdict: 'held',
};
