import type { Fault } from '../fault';

/** A view works with the rights of who made it, unless it is told otherwise. */
export const definerView: Fault = {
  id: 'definer-view',
  rootCause: 'broad-policy',
  sentence: 'A view shows every booking of every tenant, whatever the rules of its table say.',
  sql: `alter view booking_overview reset (security_invoker)`,
  caughtBy: ['records'],
};
