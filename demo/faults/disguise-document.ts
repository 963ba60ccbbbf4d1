import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';
import { officeFile } from '../records/office';

export const disguiseDocument: Fault = {
  id: 'disguise-document',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot writes them into a document.',
  change: (parts) =>
    listingInAnswer(parts, '/answers/list.docx', (lines, context) =>
      context.body(officeFile('document', lines), 200),
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/list.docx' },
};
