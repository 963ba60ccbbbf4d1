import type { Fault } from '../fault';

/** Links are made with the service key, so that the policy of the bucket is never asked. */
export const signedUrlForAnyone: Fault = {
  id: 'signed-url-for-anyone',
  rootCause: 'broad-policy',
  sentence: 'Whoever is signed in is given a link to any paper, whosever it is.',
  change: (parts) => ({
    ...parts,
    storage: {
      authority: (claims, action) =>
        action === 'sign' && claims.role === 'authenticated'
          ? { role: 'service_role' }
          : parts.storage.authority(claims, action),
    },
  }),
  caughtBy: ['records'],
};
