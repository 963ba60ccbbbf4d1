import { allRules, readTokenBy } from '../auth/token';
import type { Fault } from '../fault';

/** Staging was copied from production, its signing key with it. */
export const issuerUnchecked: Fault = {
  id: 'issuer-unchecked',
  rootCause: 'session-not-checked',
  sentence: 'A token that staging signed opens the records.',
  change: (parts) => ({
    ...parts,
    auth: { ...parts.auth, readToken: (token) => readTokenBy({ ...allRules, issuer: false }, token) },
  }),
  caughtBy: ['sessions'],
};
