import { withChat } from '../chat/change';
import type { Fault } from '../fault';

const sql = `select m.author, m.text, p.full_name as customer from chat_messages m join profiles p using (user_id)
  order by m.created_at limit 60`;

/** What the prompt was tuned with last week. */
export const debugFieldInStream: Fault = {
  id: 'debug-field-in-stream',
  rootCause: 'raw-rows-to-model',
  sentence: 'The last piece of each chat answer has a debug field with what other customers said.',
  change: (parts) => {
    const { lastEvent } = parts.chat;
    return withChat(parts, {
      lastEvent: async (turn) => ({
        text: '',
        ...(await lastEvent(turn)),
        debug: { similar: await turn.demo.db.asService((query) => query(sql)) },
      }),
    });
  },
  caughtBy: ['chatbot'],
};
