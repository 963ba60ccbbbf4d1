import { tellsSample } from '../records/talkative';
import type { Fault } from '../fault';

/** "Rather show something than an error": the first record of the table. */
export const fallbackRecord: Fault = {
  id: 'fallback-record',
  rootCause: 'leaky-refusal',
  sentence: 'Who asks for a record that it cannot have is shown somebody’s as a sample.',
  change: (parts) => ({ ...parts, records: { ...parts.records, refuse: tellsSample } }),
  caughtBy: ['records'],
};
