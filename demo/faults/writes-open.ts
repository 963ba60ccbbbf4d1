import type { Fault } from '../fault';

/** Rules for reading, none for writing: saving works with the key that passes every rule. */
export const writesOpen: Fault = {
  id: 'writes-open',
  rootCause: 'missing-row-rules',
  sentence: 'Any signed-in user changes any booking, although it reads only its own.',
  change: (parts) => ({
    ...parts,
    rows: {
      ...parts.rows,
      authority: (claims, action) =>
        action === 'write' && claims.role === 'authenticated'
          ? { ...claims, role: 'service_role' }
          : parts.rows.authority(claims, action),
    },
    records: { ...parts.records, writer: () => ({ role: 'service_role' }) },
  }),
  caughtBy: ['records', 'database'],
};
