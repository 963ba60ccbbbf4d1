import { problem } from '../rows/problem';
import type { Lookalike } from '../fault';

/** What the reader may not see does not exist for it. */
export const notFoundForForeign: Lookalike = {
  id: '404-for-foreign',
  resembles: 'leaky-refusal',
  sentence: 'The row API answers 404 instead of an empty list when an id finds nothing.',
  change: (parts) => ({
    ...parts,
    rows: {
      ...parts.rows,
      nothingFound: (request) =>
        /[?&]id=eq\./.test(request.url) ? problem(404, 'PGRST116', 'Not found') : null,
    },
  }),
  caughtBy: [],
  verdict: 'held',
};
