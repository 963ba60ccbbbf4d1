import { saysAdmin } from '../auth/hearsay';
import type { Fault } from '../fault';

/** The role is read from what the client sends: header, address, its own profile data. */
export const roleClaimTrusted: Fault = {
  id: 'role-claim-trusted',
  rootCause: 'session-not-checked',
  sentence: 'Who says that it is an admin is one.',
  change: (parts) => ({
    ...parts,
    auth: {
      ...parts.auth,
      roleOf: (claims, request) =>
        saysAdmin(claims, request) ? 'admin' : parts.auth.roleOf(claims, request),
    },
  }),
  caughtBy: ['roles', 'sessions'],
};
