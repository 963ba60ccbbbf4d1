import { allCustomers, columnOf } from '../chat/careless';
import { withChat } from '../chat/change';
import type { Fault } from '../fault';

/** Neither half of a name or an address is anybody's: only together they are. */
function halves(customer: object): object {
  const [first, ...others] = columnOf(customer, 'name').split(' ');
  const [user, domain] = columnOf(customer, 'email').split('@');
  return { given: first, points: 120, family: others.join(' '), mailbox: user, host: domain };
}

export const disguiseSplitOverFields: Fault = {
  id: 'disguise-split-over-fields',
  rootCause: 'raw-rows-to-model',
  sentence: 'The chat answer carries the names and addresses of all customers, each split over two fields.',
  change: (parts) => {
    const { lastEvent } = parts.chat;
    return withChat(parts, {
      lastEvent: async (turn) => {
        const customers = await turn.demo.db.asService(allCustomers);
        return { text: '', ...(await lastEvent(turn)), loyalty: customers.map(halves) };
      },
    });
  },
  caughtBy: ['chatbot'],
};
