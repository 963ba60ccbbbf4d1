import { rememberingSignatures } from '../auth/believed';
import type { Fault } from '../fault';

/** Checking was slow, so what is good is remembered: by its last part. */
export const signatureRemembered: Fault = {
  id: 'signature-remembered',
  rootCause: 'session-not-checked',
  sentence: 'Under a signature that was good once, a token may say anything.',
  change: (parts) => ({
    ...parts,
    auth: { ...parts.auth, readToken: rememberingSignatures(parts.auth.readToken) },
  }),
  caughtBy: ['sessions'],
};
