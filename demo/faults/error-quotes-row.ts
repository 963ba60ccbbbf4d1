import { quotesRow, tellingForeign } from '../records/talkative';
import type { Fault } from '../fault';

/** An error message written for a developer. */
export const errorQuotesRow: Fault = {
  id: 'error-quotes-row',
  rootCause: 'leaky-refusal',
  sentence: 'The refusal of a foreign record quotes the record.',
  change: (parts) => ({ ...parts, records: tellingForeign(parts.records, quotesRow) }),
  caughtBy: ['records'],
};
