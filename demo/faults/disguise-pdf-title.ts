import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';
import { printed } from '../records/pdf';

/** No page of it shows them: they are what the file says of itself. */
export const disguisePdfTitle: Fault = {
  id: 'disguise-pdf-title',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot puts them into the title of an empty PDF.',
  change: (parts) =>
    listingInAnswer(parts, '/answers/title.pdf', async (lines, context) =>
      context.body(await printed(lines.join('; '), []), 200, { 'content-type': 'application/pdf' }),
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/title.pdf' },
};
