import { askedFor } from '../records/chosen';
import type { Fault } from '../fault';

/** Two libraries read the same address: the guard's takes the first of two parameters, the other one's the last. */
export const duplicateParameterLastWins: Fault = {
  id: 'duplicate-parameter-last-wins',
  rootCause: 'client-chosen-identity',
  sentence: 'The records API checks the first user id that the address names, and answers for the last.',
  change: (parts) => ({
    ...parts,
    records: askedFor(parts.records, (request, { userId }) => {
      const named = new URL(request.url).searchParams.getAll('user_id');
      return named[0] === userId ? (named.at(-1) ?? null) : null;
    }),
  }),
  caughtBy: ['records'],
};
