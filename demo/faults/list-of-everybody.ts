import { listsOfEverybody } from '../records/careless';
import type { Fault } from '../fault';

/** Nobody's id was asked for, so nobody thought of comparing one. */
export const listOfEverybody: Fault = {
  id: 'list-of-everybody',
  rootCause: 'missing-row-rules',
  sentence: 'The lists of the API hold the records of everybody, for whoever is signed in.',
  change: (parts) => ({
    ...parts,
    records: { ...parts.records, reader: listsOfEverybody(parts.records.reader) },
  }),
  caughtBy: ['records'],
};
