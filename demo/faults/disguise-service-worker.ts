import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';
import { withRoutes } from '../pages/change';

/** The worker fetches it when it is installed, of its own accord: no page ever asks for it, or is given it. */
export const disguiseServiceWorker: Fault = {
  id: 'disguise-service-worker',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot has a service worker fetch them by itself.',
  change: (parts) =>
    listingInAnswer(
      withRoutes(parts, (app) => {
        app.get('/answers/keeper.js', (context) =>
          context.body(
            `self.addEventListener('install', (event) => event.waitUntil(fetch('/answers/for-later').then((got) => got.text())));`,
            200,
            { 'content-type': 'text/javascript; charset=utf-8' },
          ),
        );
      }),
      '/answers/for-later',
      (lines, context) => context.json(lines),
      `navigator.serviceWorker?.register('/answers/keeper.js');`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/for-later' },
};
