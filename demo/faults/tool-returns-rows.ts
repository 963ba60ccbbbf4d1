import { wholeRows } from '../chat/careless';
import { withChat } from '../chat/change';
import type { Fault } from '../fault';

const tables = { my_bookings: 'bookings', my_invoices: 'invoices', my_profile: 'profiles' } as const;

/** The tool fetches everything and lets the model pick; the widget is sent what the tool fetched. */
export const toolReturnsRows: Fault = {
  id: 'tool-returns-rows',
  rootCause: 'raw-rows-to-model',
  sentence: 'The chat answer carries whole rows of all customers, which the widget does not show.',
  change: (parts) => {
    const { lastEvent, tools } = parts.chat;
    return withChat(parts, {
      tools: tools.map((tool) => {
        const table = Object.entries(tables).find(([name]) => name === tool.name)?.[1];
        if (table === undefined) return tool;
        return {
          ...tool,
          run: async (args, turn) => {
            turn.fetched.push(...(await wholeRows(table, turn)));
            return tool.run(args, turn);
          },
        };
      }),
      lastEvent: async (turn) => {
        const event = await lastEvent(turn);
        return turn.fetched.length === 0 ? event : { text: '', ...event, sources: turn.fetched };
      },
    });
  },
  caughtBy: ['chatbot'],
};
