import type { Fault } from '../fault';
import { withFooterScript } from '../pages/change';

/** Published from the wrong branch of the custom code. The name leads to loopback, and nobody listens. */
export const stagingApiOnLivePage: Fault = {
  id: 'staging-api-on-live-page',
  rootCause: 'environments-mixed',
  sentence: 'The live page asks the staging API.',
  change: (parts) =>
    withFooterScript(
      parts,
      `const api = 'http://staging.harbourlane.localhost:4874';
fetch(api + '/api/availability').catch(() => undefined);`,
    ),
  caughtBy: ['secrets', 'pages'],
};
