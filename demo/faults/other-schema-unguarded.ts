import type { Fault } from '../fault';

/** The row API takes the schema from a header. The back office's own was exposed for a while, and never taken back. */
export const otherSchemaUnguarded: Fault = {
  id: 'other-schema-unguarded',
  rootCause: 'broad-policy',
  sentence: 'Views of a second schema have the names of the tables and follow none of their rules.',
  change: (parts) => ({
    ...parts,
    rows: {
      ...parts.rows,
      otherSchema: (name, claims) => {
        if (name !== 'internal') return null;
        return claims.role === 'authenticated' ? { ...claims, role: 'service_role' } : claims;
      },
    },
  }),
  caughtBy: ['records'],
};
