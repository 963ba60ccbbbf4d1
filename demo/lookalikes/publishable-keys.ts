import type { Lookalike } from '../fault';
import { withFooterScript } from '../pages/change';
import { madeUpKeys } from '../pages/made-up-keys';

/** These are meant to be in a page: each of them only says which project it is. */
export const publishableKeys: Lookalike = {
  id: 'publishable-keys',
  resembles: 'privileged-key-in-page',
  sentence: 'The footer code holds an anon key, a publishable payment key and a Firebase web key.',
  change: (parts) =>
    withFooterScript(parts, ({ anonKey }) => {
      const keys = {
        supabaseAnonKey: anonKey,
        stripePublishableKey: madeUpKeys.paymentPublishable(),
        firebase: { apiKey: madeUpKeys.firebaseWeb(), projectId: 'harbour-lane' },
      };
      return `window.publicKeys = ${JSON.stringify(keys)};`;
    }),
  caughtBy: [],
  verdict: 'held',
};
