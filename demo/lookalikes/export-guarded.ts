import { exported } from '../records/export';
import type { Lookalike } from '../fault';

/** Two addresses for one record, and one guard for both. */
export const exportGuarded: Lookalike = {
  id: 'export-guarded',
  resembles: 'client-chosen-identity',
  sentence: 'With .json at its end the address of a record gives it, too, and to its owner only.',
  change: (parts) => ({ ...parts, records: exported(parts.records, parts.records.find) }),
  caughtBy: [],
  verdict: 'held',
};
