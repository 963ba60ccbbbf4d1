import { withChat } from '../chat/change';
import type { Lookalike } from '../fault';

/** An answer that was broken off is not lost: it is told to the same person, when it is next answered. */
export const restKeptForItsAsker: Lookalike = {
  id: 'rest-kept-for-its-asker',
  resembles: 'shared-state',
  sentence:
    'What is left of an answer that somebody broke off comes first when the same person is answered next.',
  change: (parts) => {
    const left = new Map<string | null, string>();
    return withChat(parts, {
      outlet:
        (own, { turn, isHeard }) =>
        async (piece) => {
          const { userId } = turn.authority;
          const said = `${left.get(userId) ?? ''}${piece}`;
          const goesOut = isHeard();
          left.set(userId, goesOut || userId === null ? '' : said);
          if (goesOut) await own(said);
        },
    });
  },
  caughtBy: [],
  verdict: 'held',
};
