import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseTableFile: Fault = {
  id: 'disguise-table-file',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot writes them into a table of values with commas (CSV).',
  change: (parts) =>
    listingInAnswer(parts, '/answers/list.csv', (lines, context) =>
      context.body(lines.join('\r\n'), 200, {
        'content-type': 'text/csv',
        'content-disposition': 'attachment; filename="list.csv"',
      }),
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/list.csv' },
};
