import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';
import { printed } from '../records/pdf';

/** As invoices for machines carry what they say a second time. */
export const disguisePdfAttachment: Fault = {
  id: 'disguise-pdf-attachment',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot attaches them to an empty PDF as a file.',
  change: (parts) =>
    listingInAnswer(parts, '/answers/attached.pdf', async (lines, context) => {
      const file = Buffer.from(lines.join('\n'));
      const withFile = await printed('Customers', [], (document) =>
        document.file(file, { name: 'list.csv' }),
      );
      return context.body(withFile, 200, { 'content-type': 'application/pdf' });
    }),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/attached.pdf' },
};
