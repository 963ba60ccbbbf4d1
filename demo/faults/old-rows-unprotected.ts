import type { Fault } from '../fault';

/** Rules that came with a migration and spare what was there before it. */
export const oldRowsUnprotected: Fault = {
  id: 'old-rows-unprotected',
  rootCause: 'missing-row-rules',
  sentence: 'Bookings and invoices from before 2024 are readable by everybody.',
  sql: `
    create policy imported_bookings on bookings for select using (created_at < '2024-01-01');
    create policy imported_invoices on invoices for select using (created_at < '2024-01-01');
  `,
  caughtBy: ['records', 'database'],
};
