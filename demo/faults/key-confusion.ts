import { keyIdOf, readSignedBy } from '../auth/believed';
import { standbyKeyId, standbyPem } from '../auth/keys';
import type { Fault } from '../fault';

/** The key is chosen by its id, and the way to check by what the token says of itself. */
export const keyConfusion: Fault = {
  id: 'key-confusion',
  rootCause: 'session-not-checked',
  sentence: 'A token signed with the public key as a secret is accepted.',
  change: (parts) => ({
    ...parts,
    auth: {
      ...parts.auth,
      readToken: (token) =>
        keyIdOf(token) === standbyKeyId ? readSignedBy(standbyPem, token) : parts.auth.readToken(token),
    },
  }),
  caughtBy: ['sessions'],
};
