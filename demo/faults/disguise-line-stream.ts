import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';

/** One JSON text a line (NDJSON), which is no JSON as a whole. */
export const disguiseLineStream: Fault = {
  id: 'disguise-line-stream',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot has them sent as a stream of lines.',
  change: (parts) =>
    listingInAnswer(
      parts,
      '/answers/lines',
      (lines) =>
        new Response(lines.map((line) => `${JSON.stringify({ line })}\n`).join(''), {
          headers: { 'content-type': 'application/x-ndjson' },
        }),
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/lines' },
};
