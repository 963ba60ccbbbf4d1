import type { Lookalike } from '../fault';
import { withWorker } from '../pages/worker';

/** What it keeps is the same for everybody. */
export const serviceWorkerForAssets: Lookalike = {
  id: 'service-worker-for-assets',
  resembles: 'shared-cache',
  sentence: 'A service worker keeps style sheets and scripts for when the network is gone.',
  change: (parts) => withWorker(parts, /^\/assets\//),
  caughtBy: [],
  verdict: 'held',
};
