import type { Fault } from '../fault';

/** The browser does what it is told; nothing tells it that the answer depends on who asks. */
export const browserCacheKeeps: Fault = {
  id: 'browser-cache-keeps',
  rootCause: 'shared-cache',
  sentence: 'The browser may keep private answers for ten minutes, and gives them to the next one at it.',
  change: (parts) => ({
    ...parts,
    records: { ...parts.records, headers: { 'cache-control': 'private, max-age=600' } },
  }),
  caughtBy: ['browser'],
};
