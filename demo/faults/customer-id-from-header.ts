import { askedFor, chosenInHeader } from '../records/chosen';
import type { Fault } from '../fault';

/** `x-customer-id` is what a gateway sets, and what anybody else may set, too. */
export const customerIdFromHeader: Fault = {
  id: 'customer-id-from-header',
  rootCause: 'client-chosen-identity',
  sentence: 'The records API answers for the customer that a header names.',
  change: (parts) => ({ ...parts, records: askedFor(parts.records, chosenInHeader) }),
  caughtBy: ['records'],
};
