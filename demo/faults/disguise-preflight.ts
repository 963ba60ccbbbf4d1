import { allCustomers } from '../chat/careless';
import { listingInThePage } from '../chat/disguise';
import type { Fault } from '../fault';
import { withRoutes } from '../pages/change';

/** A sandboxed frame is of another origin than the page: its browser asks beforehand whether it may ask. */
export const disguisePreflight: Fault = {
  id: 'disguise-preflight',
  rootCause: 'raw-rows-to-model',
  sentence:
    'Asked for all customers, the chatbot has them sent in a header of the answer that allows a request.',
  change: (parts) => {
    const answering = withRoutes(parts, (app, demo) => {
      app.options('/answers/allowed', async (context) => {
        const rows = await demo.db.asService(allCustomers);
        const lines = rows.map((row) => Object.values(row).join(', '));
        return context.body(null, 204, {
          'access-control-allow-origin': '*',
          'access-control-allow-headers': 'x-wish',
          'x-last': encodeURIComponent(lines.join('; ')),
        });
      });
      app.get('/answers/allowed', (context) => context.json([], 200, { 'access-control-allow-origin': '*' }));
    });
    return listingInThePage(
      answering,
      `const frame = document.createElement('iframe');
  frame.title = 'Wishes';
  frame.sandbox = 'allow-scripts';
  frame.srcdoc = '<script>fetch("' + location.origin + '/answers/allowed", { headers: { "x-wish": "1" } })</' + 'script>';
  document.querySelector('#chat-panel').append(frame);`,
    );
  },
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-headers', at: '/answers/allowed' },
};
