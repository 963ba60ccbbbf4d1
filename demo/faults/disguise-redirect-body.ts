import { allCustomers } from '../chat/careless';
import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';
import { withRoutes } from '../pages/change';

/** Browsers throw the body of a redirect away; whoever reads the traffic does not. */
export const disguiseRedirectBody: Fault = {
  id: 'disguise-redirect-body',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot has them sent in the body of a redirect.',
  change: (parts) => {
    const redirecting = withRoutes(parts, (app, demo) => {
      app.get('/answers/list', async (c) =>
        c.json(await demo.db.asService(allCustomers), 302, { location: '/robots.txt' }),
      );
    });
    return listingInThePage(redirecting, `fetch('/answers/list').then((answer) => answer.text());`);
  },
  caughtBy: ['chatbot'],
  shownIn: { channel: 'redirect-body' },
};
