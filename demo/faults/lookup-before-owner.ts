import { findThenCompare } from '../records/careless';
import { told } from '../records/parts';
import type { Fault } from '../fault';

/** 403 for what is there and 404 for what is not: the ids of others can be counted. */
export const lookupBeforeOwner: Fault = {
  id: 'lookup-before-owner',
  rootCause: 'client-chosen-identity',
  sentence: 'A foreign id is answered otherwise than an id that does not exist.',
  change: (parts) => ({
    ...parts,
    records: {
      ...parts.records,
      find: findThenCompare,
      refuse: async (refused) =>
        refused.outcome.is === 'foreign'
          ? told(403, 'forbidden', `This ${refused.kind} is not yours.`)
          : parts.records.refuse(refused),
    },
  }),
  caughtBy: ['records'],
};
