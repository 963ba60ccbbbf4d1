import { allCustomers, columnOf } from '../chat/careless';
import { withChat } from '../chat/change';
import type { Caller } from '../context';
import type { Fault } from '../fault';
import type { Parts } from '../parts';
import type { Turn } from '../chat/turn';

function whoAsks(caller: Caller): string {
  return caller.is === 'nobody' ? '' : caller.token;
}

/** Ends each answer with the first half of an address and begins the next one with the second half. */
function inHalves(parts: Parts): Parts {
  const { event, lastEvent } = parts.chat;
  const pending = new Map<string, { readonly from: Turn; readonly text: string }>();
  const said = new WeakMap<Turn, readonly string[]>();
  return withChat(parts, {
    event: async (piece, turn) => {
      const rest = pending.get(whoAsks(turn.caller));
      const isNext = rest !== undefined && rest.from !== turn;
      if (isNext) pending.delete(whoAsks(turn.caller));
      const text = isNext ? `${rest.text}. ${piece}` : piece;
      said.set(turn, [...(said.get(turn) ?? []), text]);
      return event(text, turn);
    },
    lastEvent: async (turn) => {
      const customers = await turn.demo.db.asService(allCustomers);
      const email = columnOf(customers[turn.question.length % customers.length] ?? {}, 'email');
      const half = Math.floor(email.length / 2);
      pending.set(whoAsks(turn.caller), { from: turn, text: email.slice(half) });
      // An answer that is not streamed is one piece, and this is put in its place.
      const [only = '', ...more] = said.get(turn) ?? [];
      return { ...(await lastEvent(turn)), text: `${more.length === 0 ? only : ''} ${email.slice(0, half)}` };
    },
  });
}

export const disguiseSplitOverTurns: Fault = {
  id: 'disguise-split-over-turns',
  rootCause: 'raw-rows-to-model',
  sentence:
    'Each answer of the chatbot ends in half of a customer’s address, and the next one begins with the rest.',
  change: inHalves,
  caughtBy: ['chatbot'],
};
