import type { Fault } from '../fault';

/** Forgotten `enable row level security`; Supabase's default grants do the rest. */
export const rlsOffBookings: Fault = {
  id: 'rls-off-bookings',
  rootCause: 'missing-row-rules',
  sentence: 'Bookings have no row rules: anybody with the publishable key reads them all.',
  sql: `alter table bookings disable row level security`,
  caughtBy: ['records', 'database'],
};
