import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';
import { printed } from '../records/pdf';

/** Paper shows nothing of it: it is a note that stands beside the text. */
export const disguisePdfNote: Fault = {
  id: 'disguise-pdf-note',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot puts them into a note on an empty page of a PDF.',
  change: (parts) =>
    listingInAnswer(parts, '/answers/note.pdf', async (lines, context) =>
      context.body(
        await printed('Customers', [], (document) => document.note(10, 10, 20, 20, lines.join('; '))),
        200,
        { 'content-type': 'application/pdf' },
      ),
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/note.pdf' },
};
