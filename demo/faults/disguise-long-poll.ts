import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';
import { setTimeout as later } from 'node:timers/promises';

export const disguiseLongPoll: Fault = {
  id: 'disguise-long-poll',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot has them come in an answer that is long in coming.',
  change: (parts) =>
    listingInAnswer(parts, '/answers/later', async (lines, context) => {
      await later(700);
      return context.json(lines);
    }),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/later' },
};
