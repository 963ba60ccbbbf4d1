import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';

/** What is sent stands in a stream that has not ended when somebody looks. */
export const disguiseOpenStream: Fault = {
  id: 'disguise-open-stream',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot has them sent over a stream of events that stays open.',
  change: (parts) =>
    listingInAnswer(
      parts,
      '/answers/events',
      (lines) => {
        const events = new TextEncoder().encode(lines.map((line) => `data: ${line}\n\n`).join(''));
        const stream = new ReadableStream({ start: (sending) => sending.enqueue(events) });
        return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
      },
      `new EventSource('/answers/events');`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/events' },
};
