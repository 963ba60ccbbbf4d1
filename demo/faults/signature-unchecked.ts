import { readUnsigned } from '../auth/unsigned';
import type { Fault } from '../fault';

/** Decoded, not verified. */
export const signatureUnchecked: Fault = {
  id: 'signature-unchecked',
  rootCause: 'session-not-checked',
  sentence: 'A token is believed whatever its signature.',
  change: (parts) => ({ ...parts, auth: { ...parts.auth, readToken: async (token) => readUnsigned(token) } }),
  caughtBy: ['sessions'],
};
