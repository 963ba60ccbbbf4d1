import type { Fault } from '../fault';
import { withFooterScript } from '../pages/change';

/** It worked on the developer's machine. Nobody listens on that port. */
export const livePageCallsLocalhost: Fault = {
  id: 'live-page-calls-localhost',
  rootCause: 'environments-mixed',
  sentence: 'The live page asks a server on the visitor’s own computer.',
  change: (parts) =>
    withFooterScript(parts, "fetch('http://localhost:4873/api/availability').catch(() => undefined);"),
  caughtBy: ['secrets', 'pages'],
};
