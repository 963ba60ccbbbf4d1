import { ifSigned } from '../auth/believed';
import type { Fault } from '../fault';

/** The check was made to spare the calls of an old gateway, which came without. */
export const signatureOptional: Fault = {
  id: 'signature-optional',
  rootCause: 'session-not-checked',
  sentence: 'A token that comes without its signature is believed.',
  change: (parts) => ({ ...parts, auth: { ...parts.auth, readToken: ifSigned(parts.auth.readToken) } }),
  caughtBy: ['sessions'],
};
