import type { Fault } from '../fault';

/** Staff only in the admin page; the table itself stands open. */
export const rlsOffInternalNotes: Fault = {
  id: 'rls-off-internal-notes',
  rootCause: 'missing-row-rules',
  sentence: 'Internal notes have no row rules: customers read what the staff thinks of them.',
  sql: `alter table internal_notes disable row level security`,
  caughtBy: ['records', 'roles', 'database'],
};
