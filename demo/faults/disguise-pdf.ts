import { allCustomers } from '../chat/careless';
import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';
import { withRoutes } from '../pages/change';
import { printed } from '../records/pdf';

/** No text of it stands in the page: it is in the compressed streams of the file. */
export const disguisePdf: Fault = {
  id: 'disguise-pdf',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot prints them into a PDF.',
  change: (parts) => {
    const printing = withRoutes(parts, (app, demo) => {
      app.get('/answers/list.pdf', async (c) => {
        const rows = await demo.db.asService(allCustomers);
        const lines = rows.map((row) => Object.values(row).join(', '));
        return c.body(await printed('Customers', lines), 200, { 'content-type': 'application/pdf' });
      });
    });
    return listingInThePage(printing, `fetch('/answers/list.pdf').then((answer) => answer.blob());`);
  },
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/list.pdf' },
};
