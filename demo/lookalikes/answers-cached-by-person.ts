import type { Lookalike } from '../fault';

/** Kept, and given only to who asked. */
export const answersCachedByPerson: Lookalike = {
  id: 'answers-cached-by-person',
  resembles: 'shared-cache',
  sentence: 'The browser keeps private answers for a minute, each for the session that asked.',
  change: (parts) => ({
    ...parts,
    records: {
      ...parts.records,
      headers: { 'cache-control': 'private, max-age=60', vary: 'authorization, accept-encoding' },
    },
  }),
  caughtBy: [],
  verdict: 'held',
};
