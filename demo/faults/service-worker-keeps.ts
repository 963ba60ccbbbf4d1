import type { Fault } from '../fault';
import { withWorker } from '../pages/worker';

/** Nobody told the worker that somebody has signed out. */
export const serviceWorkerKeeps: Fault = {
  id: 'service-worker-keeps',
  rootCause: 'shared-cache',
  sentence: 'A service worker keeps the answers of the API for whoever uses the browser next.',
  change: (parts) => withWorker(parts, /^\/(?:api|rest)\//),
  caughtBy: ['browser'],
};
