import type { Fault } from '../fault';

/** Meant for the server, which has no user; the logged-out visitor has none either. */
export const policyNullUser: Fault = {
  id: 'policy-null-user',
  rootCause: 'broad-policy',
  sentence: 'Whoever is not signed in reads every booking.',
  sql: `alter policy own_bookings on bookings to public using (auth.uid() is null or user_id = auth.uid())`,
  caughtBy: ['records', 'database'],
};
