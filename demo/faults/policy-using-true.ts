import type { Fault } from '../fault';

/** Supabase's commonest hole: the policy exists and lets everybody through. */
export const policyUsingTrue: Fault = {
  id: 'policy-using-true',
  rootCause: 'broad-policy',
  sentence: 'Any signed-in user reads every invoice.',
  sql: `alter policy own_invoices on invoices using (true)`,
  caughtBy: ['records', 'database'],
};
