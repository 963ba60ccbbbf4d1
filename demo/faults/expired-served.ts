import { allRules, readTokenBy } from '../auth/token';
import type { Fault } from '../fault';

/** Switched off while clocks were out of step, and left so. */
export const expiredServed: Fault = {
  id: 'expired-served',
  rootCause: 'session-not-checked',
  sentence: 'A token is good long after its time.',
  change: (parts) => ({
    ...parts,
    auth: { ...parts.auth, readToken: (token) => readTokenBy({ ...allRules, expiry: false }, token) },
  }),
  caughtBy: ['sessions'],
};
