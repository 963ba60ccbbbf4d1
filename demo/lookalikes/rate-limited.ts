import { moreThan, putOff } from '../http/rate';
import type { Lookalike } from '../fault';

/** It says nothing about what would have been answered. */
export const rateLimited: Lookalike = {
  id: 'rate-limited',
  resembles: 'leaky-refusal',
  sentence: 'Whoever asks too often is put off with 429.',
  change: (parts) => {
    const tooMany = moreThan(15, 60_000);
    return {
      ...parts,
      http: {
        ...parts.http,
        throttle: (request) => (tooMany(request) ? putOff() : parts.http.throttle(request)),
      },
    };
  },
  caughtBy: [],
  verdict: 'unknown',
};
