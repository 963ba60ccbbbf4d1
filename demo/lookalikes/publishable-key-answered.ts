import { bearerOf } from '../auth/caller';
import { privately } from '../auth/refusal';
import type { Lookalike } from '../fault';

/** The page of who is not signed in asks with the publishable key, and is told that there is nothing, not off. */
export const publishableKeyAnswered: Lookalike = {
  id: 'publishable-key-answered',
  resembles: 'session-not-checked',
  sentence: 'Whoever carries the publishable key as a login is answered 200 with nothing of anybody.',
  change: (parts) => ({
    ...parts,
    records: {
      ...parts.records,
      signInFirst: (request) =>
        bearerOf(request) === null
          ? parts.records.signInFirst(request)
          : Response.json({ records: [], total: 0 }, { headers: privately }),
    },
  }),
  caughtBy: [],
  verdict: 'held',
};
