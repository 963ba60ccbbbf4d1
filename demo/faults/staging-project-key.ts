import { stagingAnonKey } from '../auth/keys';
import type { Fault } from '../fault';
import { withFooterScript } from '../pages/change';

/** The custom code of the staging site, published with the live one. It waits for a button that is not there. */
export const stagingProjectKey: Fault = {
  id: 'staging-project-key',
  rootCause: 'environments-mixed',
  sentence: 'The live page holds the publishable key of the staging project beside its own.',
  change: (parts) =>
    withFooterScript(
      parts,
      `const staging = { key: '${stagingAnonKey}' };
document.querySelector('#early-access')?.addEventListener('click', () => fetch('/rest/v1/bookings?select=id', { headers: { apikey: staging.key } }));`,
    ),
  caughtBy: ['secrets', 'pages'],
};
