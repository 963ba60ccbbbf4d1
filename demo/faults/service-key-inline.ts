import type { Fault } from '../fault';
import { withFooterScript } from '../pages/change';

/** Pasted into Webflow's custom code, because the other key "did not work". */
export const serviceKeyInline: Fault = {
  id: 'service-key-inline',
  rootCause: 'privileged-key-in-page',
  sentence: 'The footer code of every page holds the service role key.',
  change: (parts) =>
    withFooterScript(
      parts,
      ({ serviceKey }) => `window.bookingWidget = { url: location.origin, key: '${serviceKey}' };`,
    ),
  caughtBy: ['secrets'],
};
