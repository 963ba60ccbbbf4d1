import type { Fault } from '../fault';

/** Left over from a debugging session. */
export const policyOrTrue: Fault = {
  id: 'policy-or-true',
  rootCause: 'broad-policy',
  sentence: 'Any signed-in user reads every profile.',
  sql: `alter policy own_profile on profiles using (user_id = auth.uid() or true)`,
  caughtBy: ['records', 'database'],
};
