import { findForAnybody } from '../records/careless';
import { exported } from '../records/export';
import type { Fault } from '../fault';

/** The export came later, with an address of its own. */
export const exportUnguarded: Fault = {
  id: 'export-unguarded',
  rootCause: 'client-chosen-identity',
  sentence: 'With .json at its end the address of a record gives it to any signed-in user.',
  change: (parts) => ({ ...parts, records: exported(parts.records, findForAnybody) }),
  caughtBy: ['records'],
};
