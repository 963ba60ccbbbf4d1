import { orAnybody } from '../records/careless';
import type { Fault } from '../fault';

/** A missing token is taken for a call of the server itself. */
export const anonymousServed: Fault = {
  id: 'anonymous-served',
  rootCause: 'session-not-checked',
  sentence: 'The records API answers without anybody signed in.',
  change: (parts) => ({ ...parts, records: { ...parts.records, reader: orAnybody(parts.records.reader) } }),
  caughtBy: ['sessions', 'records'],
};
