import { toSignIn } from '../records/redirect';
import type { Lookalike } from '../fault';

/** A redirect is a refusal when nothing is in it. */
export const redirectToLogin: Lookalike = {
  id: 'redirect-to-login',
  resembles: 'session-not-checked',
  sentence: 'Whoever is not signed in is sent to the sign-in page instead of being refused.',
  change: (parts) => ({ ...parts, records: { ...parts.records, signInFirst: toSignIn } }),
  caughtBy: [],
  verdict: 'held',
};
