import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';

/** It belongs to no page alone, and outlives the one that has started it. */
export const disguiseSharedWorker: Fault = {
  id: 'disguise-shared-worker',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot has a worker fetch them that all pages share.',
  change: (parts) =>
    listingInAnswer(
      parts,
      '/answers/shared-worker',
      (lines, context) => context.json(lines),
      `const code = "onconnect = ({ ports: [port] }) => { port.onmessage = () => fetch('" + location.origin + "/answers/shared-worker').then((got) => got.text()); }";
  const { port } = new SharedWorker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  setTimeout(() => port.postMessage('now'), 100);`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/shared-worker' },
};
