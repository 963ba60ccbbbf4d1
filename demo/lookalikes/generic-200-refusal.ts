import { told } from '../records/parts';
import type { Lookalike } from '../fault';

/** Not every product refuses with a status. */
export const generic200Refusal: Lookalike = {
  id: 'generic-200-refusal',
  resembles: 'leaky-refusal',
  sentence: 'A foreign or unknown id is answered with 200 and a friendly sentence.',
  change: (parts) => ({
    ...parts,
    records: {
      ...parts.records,
      refuse: async () => told(200, 'nothing_found', 'We could not find anything for you here.'),
    },
  }),
  caughtBy: [],
  verdict: 'held',
};
