import type { Fault } from '../fault';

/** Rotation without the check that makes it worth anything. */
export const refreshReusable: Fault = {
  id: 'refresh-reusable',
  rootCause: 'session-not-checked',
  sentence: 'A refresh token that was used already gives new sessions.',
  change: (parts) => ({
    ...parts,
    auth: { ...parts.auth, refreshServes: ({ sessionRevoked }) => !sessionRevoked },
  }),
  caughtBy: ['sessions'],
};
