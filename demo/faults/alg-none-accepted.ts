import { readUnsigned, saysUnsigned } from '../auth/unsigned';
import type { Fault } from '../fault';

/** The token's own header chooses how it is checked. */
export const algNoneAccepted: Fault = {
  id: 'alg-none-accepted',
  rootCause: 'session-not-checked',
  sentence: 'A token without a signature is believed when it says that it needs none.',
  change: (parts) => ({
    ...parts,
    auth: {
      ...parts.auth,
      readToken: async (token) => (saysUnsigned(token) ? readUnsigned(token) : parts.auth.readToken(token)),
    },
  }),
  caughtBy: ['sessions'],
};
