import type { Fault } from '../fault';

/** The role is checked, and not whose staff it is. */
export const tenantNotCompared: Fault = {
  id: 'tenant-not-compared',
  rootCause: 'broad-policy',
  sentence: 'The staff of one tenant reads the customers and notes of another.',
  sql: `
    alter policy own_documents on documents using (user_id = auth.uid() or shared);
    alter policy staff_profiles on profiles using (private.is_admin());
    alter policy staff_bookings on bookings using (private.is_admin());
    alter policy staff_invoices on invoices using (private.is_admin());
    alter policy staff_chat_messages on chat_messages using (private.is_admin());
    alter policy staff_notes on internal_notes using (private.is_admin()) with check (private.is_admin());
    alter policy staff_documents on documents using (private.is_admin());
  `,
  caughtBy: ['roles', 'records', 'database'],
};
