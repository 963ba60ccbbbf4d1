import type { Fault } from '../fault';
import { withFooterScript } from '../pages/change';

/** Somebody wanted to see whether the key arrives. Only the console ever shows it in plain text. */
export const secretLoggedToConsole: Fault = {
  id: 'secret-logged-to-console',
  rootCause: 'privileged-key-in-page',
  sentence: 'A script logs the service role key to the console.',
  change: (parts) =>
    withFooterScript(
      parts,
      ({
        serviceKey,
      }) => `const codes = ${JSON.stringify(Array.from(serviceKey, (sign) => sign.charCodeAt(0) + 7))};
console.log('rows client ready: ' + String.fromCharCode(...codes.map((code) => code - 7)));`,
    ),
  caughtBy: ['secrets'],
};
