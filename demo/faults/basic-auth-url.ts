import type { Fault } from '../fault';
import { withFooterScript } from '../pages/change';
import { madeUpKeys } from '../pages/made-up-keys';

/** The address of the protected staging site, with the password in it. Nobody is called. */
export const basicAuthUrl: Fault = {
  id: 'basic-auth-url',
  rootCause: 'privileged-key-in-page',
  sentence: 'A script of the page names an address with its user name and password.',
  change: (parts) =>
    withFooterScript(
      parts,
      () =>
        `window.draftSite = 'https://deploy:${madeUpKeys.deployPassword()}@drafts.harbourlane-sailing.eu/';`,
    ),
  caughtBy: ['secrets'],
};
