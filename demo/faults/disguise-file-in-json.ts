import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';
import { printed } from '../records/pdf';

/** As webhooks and back ends without files hand out invoices: the letters of it say nothing, packed as it is. */
export const disguiseFileInJson: Fault = {
  id: 'disguise-file-in-json',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot prints them into a PDF that is sent in base64.',
  change: (parts) =>
    listingInAnswer(parts, '/answers/file', async (lines, context) =>
      context.json({
        name: 'list.pdf',
        content: Buffer.from(await printed('Customers', lines)).toString('base64'),
      }),
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/file' },
};
