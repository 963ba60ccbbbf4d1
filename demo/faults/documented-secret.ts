import { readSignedBy } from '../auth/believed';
import type { Fault } from '../fault';

/** What every set-up by docker starts with. */
const developmentSecret = 'super-secret-jwt-token-with-at-least-32-characters-long';

/** The secret of the development set-up is still accepted beside the real one. */
export const documentedSecret: Fault = {
  id: 'documented-secret',
  rootCause: 'session-not-checked',
  sentence: 'Tokens signed with a secret from public documentation are accepted.',
  change: (parts) => ({
    ...parts,
    auth: {
      ...parts.auth,
      readToken: async (token) => {
        const read = await parts.auth.readToken(token);
        return read.is === 'good' ? read : readSignedBy(developmentSecret, token);
      },
    },
  }),
  caughtBy: ['sessions'],
};
