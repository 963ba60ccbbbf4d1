import { isSignedInRead, unevenly } from '../http/careless';
import type { Fault } from '../fault';

/** Most reads are quick; the median says nothing of the rest. */
export const slowTail: Fault = {
  id: 'slow-tail',
  rootCause: 'gates',
  sentence: 'One signed-in read in twelve takes about 900 ms.',
  change: (parts) => {
    const next = unevenly(0.08);
    return {
      ...parts,
      http: {
        ...parts.http,
        delay: (request) => (isSignedInRead(request) && next() ? 900 : parts.http.delay(request)),
      },
    };
  },
  caughtBy: ['speed'],
};
