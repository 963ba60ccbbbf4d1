import type { Fault } from '../fault';

/** The rules look at the row as it was and not at what becomes of it. */
export const withCheckMissing: Fault = {
  id: 'with-check-missing',
  rootCause: 'missing-row-rules',
  sentence: 'A row can be given to somebody else, also to another tenant.',
  sql: `
    alter policy own_bookings on bookings using (user_id = auth.uid());
    alter policy own_bookings_new on bookings with check (true);
    alter policy own_bookings_change on bookings with check (true);
  `,
  caughtBy: ['records', 'database'],
};
