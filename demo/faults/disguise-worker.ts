import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';

/** The page itself never has the answer. */
export const disguiseWorker: Fault = {
  id: 'disguise-worker',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot has a worker fetch them.',
  change: (parts) =>
    listingInAnswer(
      parts,
      '/answers/worker',
      (lines, context) => context.json(lines),
      `new Worker(URL.createObjectURL(new Blob(["fetch('" + location.origin + "/answers/worker').then((got) => got.text())"])));`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/worker' },
};
