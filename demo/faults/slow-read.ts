import { isSignedInRead } from '../http/careless';
import type { Fault } from '../fault';

/** A query without its index. */
export const slowRead: Fault = {
  id: 'slow-read',
  rootCause: 'gates',
  sentence: 'Every signed-in read takes about 450 ms.',
  change: (parts) => ({
    ...parts,
    http: { ...parts.http, delay: (request) => (isSignedInRead(request) ? 450 : parts.http.delay(request)) },
  }),
  caughtBy: ['speed'],
};
