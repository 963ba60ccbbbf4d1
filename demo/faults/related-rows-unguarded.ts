import type { Fault } from '../fault';

/** Joins were slow under the row rules, so the server makes them with a key of its own. */
export const relatedRowsUnguarded: Fault = {
  id: 'related-rows-unguarded',
  rootCause: 'broad-policy',
  sentence: 'Who asks for rows of a related table as well is given the rows of everybody.',
  change: (parts) => ({
    ...parts,
    rows: {
      ...parts.rows,
      authority: (claims, action) =>
        action === 'read-related' && claims.role === 'authenticated'
          ? { ...claims, role: 'service_role' }
          : parts.rows.authority(claims, action),
    },
  }),
  caughtBy: ['records'],
};
