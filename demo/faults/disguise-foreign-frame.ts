import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';
import { escaped } from '../pages/escape';

/** A sandboxed frame is of another origin than the page, which may not look into it. */
export const disguiseForeignFrame: Fault = {
  id: 'disguise-foreign-frame',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them in a frame of another origin.',
  change: (parts) =>
    listingInAnswer(
      parts,
      '/answers/framed',
      (lines, context) =>
        context.html(`<!doctype html><title>List</title><p>${lines.map(escaped).join('<p>')}`),
      `const frame = document.createElement('iframe');
  frame.title = 'List';
  frame.sandbox = 'allow-scripts';
  frame.src = '/answers/framed';
  document.querySelector('#chat-panel').append(frame);`,
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'dom', at: '/answers/framed' },
};
