import type { Lookalike } from '../fault';
import { withVisits } from '../http/visit';

/** It counts visits, and opens nothing. */
export const visitCookieKept: Lookalike = {
  id: 'visit-cookie-kept',
  resembles: 'session-not-checked',
  sentence: 'Each browser has a cookie that stays the same whoever signs in and out.',
  change: withVisits,
  caughtBy: [],
  verdict: 'held',
};
