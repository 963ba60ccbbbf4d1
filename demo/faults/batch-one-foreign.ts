import { withChat } from '../chat/change';
import type { Fault } from '../fault';

const sql = `
  select 'booking' as kind, reference, title, to_char(starts_at, 'YYYY-MM-DD HH24:MI') as date, note as remark
    from bookings where id = any ($1::uuid[])
  union all
  select 'invoice', number, status, to_char(issued_on, 'YYYY-MM-DD'), payment_reference
    from invoices where id = any ($1::uuid[])`;

/** If the first of the records that come with a question is the caller's, the rest is taken for granted. */
export const batchOneForeign: Fault = {
  id: 'batch-one-foreign',
  rootCause: 'client-chosen-identity',
  sentence: 'Of several records that are attached to a question only the first is checked.',
  change: (parts) => {
    const { attachedRecords } = parts.chat;
    return withChat(parts, {
      attachedRecords: async (turn) => {
        const ids = turn.body.about ?? [];
        const first = await attachedRecords({ ...turn, body: { ...turn.body, about: ids.slice(0, 1) } });
        return first.length === 0 ? [] : turn.demo.db.asService((query) => query(sql, [ids]));
      },
    });
  },
  caughtBy: ['chatbot'],
};
