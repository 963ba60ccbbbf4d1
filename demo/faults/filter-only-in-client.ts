import type { Fault } from '../fault';

/** A proxy calls the row API with the server key; `user_id=eq.…` is all that is left of the rules. */
export const filterOnlyInClient: Fault = {
  id: 'filter-only-in-client',
  rootCause: 'client-chosen-identity',
  sentence: 'Only the filter that the page sends separates the rows of one user from those of another.',
  change: (parts) => ({
    ...parts,
    rows: {
      ...parts.rows,
      authority: (claims, action) =>
        claims.role === 'authenticated'
          ? { ...claims, role: 'service_role' }
          : parts.rows.authority(claims, action),
    },
  }),
  caughtBy: ['records', 'database'],
};
