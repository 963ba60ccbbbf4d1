import { privately } from '../auth/refusal';
import type { Lookalike } from '../fault';

/** The status says yes and the body says nothing. */
export const emptyRows200: Lookalike = {
  id: 'empty-rows-200',
  resembles: 'leaky-refusal',
  sentence: 'A foreign or unknown id is answered with 200 and an empty list.',
  change: (parts) => ({
    ...parts,
    records: { ...parts.records, refuse: async () => Response.json([], { headers: privately }) },
  }),
  caughtBy: [],
  verdict: 'held',
};
