import type { Fault } from '../fault';
import { withFooterScript } from '../pages/change';

/** Cut into pieces so that the scanner of the repository stays quiet; asks for no row. */
export const serviceKeySplit: Fault = {
  id: 'service-key-split',
  rootCause: 'privileged-key-in-page',
  sentence: 'A script joins the service role key from pieces and sends it with a request.',
  change: (parts) =>
    withFooterScript(
      parts,
      ({ serviceKey }) => `const pieces = ${JSON.stringify(serviceKey.match(/.{1,24}/gu))};
const key = pieces.join('');
fetch('/rest/v1/bookings?select=id&limit=0', { headers: { apikey: key, authorization: 'Bearer ' + key } });`,
    ),
  caughtBy: ['secrets'],
};
