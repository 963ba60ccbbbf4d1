import { askedFor, chosenByGateway } from '../records/chosen';
import { tenantIds } from '../seed/ids';
import type { Fault } from '../fault';

/** The gateway that sets these two headers is gone; who reads them is not. */
export const contextHeadersTrusted: Fault = {
  id: 'context-headers-trusted',
  rootCause: 'client-chosen-identity',
  sentence: 'The records API answers for the user and the tenant that two headers name together.',
  change: (parts) => ({
    ...parts,
    records: askedFor(parts.records, chosenByGateway(Object.values(tenantIds))),
  }),
  caughtBy: ['records'],
};
