import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';
import { officeFile } from '../records/office';

export const disguiseWorkbook: Fault = {
  id: 'disguise-workbook',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot writes them into a workbook.',
  change: (parts) =>
    listingInAnswer(parts, '/answers/list.xlsx', (lines, context) =>
      context.body(officeFile('workbook', lines), 200),
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/list.xlsx' },
};
