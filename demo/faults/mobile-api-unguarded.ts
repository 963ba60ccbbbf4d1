import { orAnybody } from '../records/careless';
import type { Fault } from '../fault';

/** `/m/api` was copied before the check was written. */
export const mobileApiUnguarded: Fault = {
  id: 'mobile-api-unguarded',
  rootCause: 'session-not-checked',
  sentence: 'The address for the mobile site answers without anybody signed in.',
  change: (parts) => ({
    ...parts,
    records: { ...parts.records, mobileReader: orAnybody(parts.records.mobileReader) },
  }),
  caughtBy: ['sessions', 'records'],
};
