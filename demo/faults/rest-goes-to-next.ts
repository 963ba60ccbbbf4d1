import { withChat } from '../chat/change';
import type { Fault } from '../fault';

/** A connection to the model is given back with what nobody has read of it. */
export const restGoesToNext: Fault = {
  id: 'rest-goes-to-next',
  rootCause: 'shared-state',
  sentence: 'What is left of an answer that somebody broke off comes first to whoever is answered next.',
  change: (parts) => {
    let left = '';
    return withChat(parts, {
      outlet:
        (own, { isHeard }) =>
        async (piece) => {
          const said = left + piece;
          const goesOut = isHeard();
          left = goesOut ? '' : said;
          if (goesOut) await own(said);
        },
    });
  },
  caughtBy: ['chatbot'],
};
