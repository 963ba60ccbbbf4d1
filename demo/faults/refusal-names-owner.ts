import { namesOwner, tellingForeign } from '../records/talkative';
import type { Fault } from '../fault';

/** Meant as a help for people who share a desk. */
export const refusalNamesOwner: Fault = {
  id: 'refusal-names-owner',
  rootCause: 'leaky-refusal',
  sentence: 'The refusal of a foreign record says whose it is.',
  change: (parts) => ({ ...parts, records: tellingForeign(parts.records, namesOwner) }),
  caughtBy: ['records'],
};
