import type { Fault } from '../fault';

/** The planner knows the table, and not the rules of who may see which row. */
export const estimateOfHidden: Fault = {
  id: 'estimate-of-hidden',
  rootCause: 'leaky-refusal',
  sentence: 'An estimate of how many rows there are counts those that the reader may not see.',
  change: (parts) => ({
    ...parts,
    rows: {
      ...parts.rows,
      authority: (claims, action) =>
        action === 'estimate' ? { role: 'service_role' } : parts.rows.authority(claims, action),
    },
  }),
  caughtBy: ['records'],
};
