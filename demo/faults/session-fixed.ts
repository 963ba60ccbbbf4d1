import type { Fault } from '../fault';
import { visitOf, withVisits } from '../http/visit';
import type { Reader } from '../records/parts';

/** The cookie from before the sign-in becomes as good as the session: who knew it then knows it now. */
export const sessionFixed: Fault = {
  id: 'session-fixed',
  rootCause: 'session-not-checked',
  sentence: 'The id that a browser had before somebody signed in there opens that one’s records afterwards.',
  change: (parts) => {
    const { reader } = parts.records;
    const readers = new Map<string, Reader>();
    const remembering: typeof reader = async (request, demo) => {
      const own = await reader(request, demo);
      const visit = visitOf(request);
      if (visit === undefined) return own;
      if (own) readers.set(visit, own);
      return own ?? readers.get(visit) ?? null;
    };
    return withVisits({ ...parts, records: { ...parts.records, reader: remembering } });
  },
  caughtBy: ['browser'],
};
