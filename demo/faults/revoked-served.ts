import type { Fault } from '../fault';

/** Signing out only forgets the token in the browser. */
export const revokedServed: Fault = {
  id: 'revoked-served',
  rootCause: 'session-not-checked',
  sentence: 'A session that was signed out goes on being served.',
  change: (parts) => ({ ...parts, auth: { ...parts.auth, sessionServes: () => true } }),
  caughtBy: ['sessions'],
};
