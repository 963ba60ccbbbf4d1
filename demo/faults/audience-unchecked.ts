import { allRules, readTokenBy } from '../auth/token';
import type { Fault } from '../fault';

/** One key signs sessions and newsletter links, and nobody asks what a token is for. */
export const audienceUnchecked: Fault = {
  id: 'audience-unchecked',
  rootCause: 'session-not-checked',
  sentence: 'A token that was signed for another service opens the records.',
  change: (parts) => ({
    ...parts,
    auth: { ...parts.auth, readToken: (token) => readTokenBy({ ...allRules, audience: false }, token) },
  }),
  caughtBy: ['sessions'],
};
