import { countsAll } from '../records/talkative';
import type { Fault } from '../fault';

/** The list is filtered; the number that stands beside it is of the whole table. */
export const totalOfAll: Fault = {
  id: 'total-of-all',
  rootCause: 'leaky-refusal',
  sentence: 'The total in the body of a list counts the records of everybody.',
  change: (parts) => ({ ...parts, records: { ...parts.records, total: countsAll } }),
  caughtBy: ['records'],
};
