import type { Fault } from '../fault';
import { withMore } from '../pages/change';
import { madeUpKeys } from '../pages/made-up-keys';

/** The link by which the designer looks at drafts, left in the published page. */
export const secretInPreviewUrl: Fault = {
  id: 'secret-in-preview-url',
  rootCause: 'privileged-key-in-page',
  sentence: 'The page loads a preview picture by an address that holds a secret payment key.',
  change: (parts) =>
    withMore(
      parts,
      'footerCode',
      () =>
        `<img src="/favicon.ico?preview=1&amp;key=${madeUpKeys.paymentSecret()}" alt="" width="1" height="1">`,
    ),
  caughtBy: ['secrets'],
};
