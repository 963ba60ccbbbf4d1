import { countsAll } from '../records/talkative';
import type { Fault } from '../fault';

/** The list is filtered; the number beside it is not. */
export const countOfHidden: Fault = {
  id: 'count-of-hidden',
  rootCause: 'leaky-refusal',
  sentence: 'Totals count the records that the reader may not see.',
  change: (parts) => ({
    ...parts,
    records: { ...parts.records, total: countsAll },
    rows: {
      ...parts.rows,
      authority: (claims, action) =>
        action === 'count' ? { role: 'service_role' } : parts.rows.authority(claims, action),
    },
  }),
  caughtBy: ['records'],
};
