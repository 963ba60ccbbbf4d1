import { askedFor, chosenInQuery } from '../records/chosen';
import type { Fault } from '../fault';

/** `?user_id=…` was meant for the staff. */
export const customerIdFromQuery: Fault = {
  id: 'customer-id-from-query',
  rootCause: 'client-chosen-identity',
  sentence: 'The records API answers for the customer that the address names.',
  change: (parts) => ({ ...parts, records: askedFor(parts.records, chosenInQuery) }),
  caughtBy: ['records'],
};
