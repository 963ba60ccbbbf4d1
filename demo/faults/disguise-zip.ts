import { listingInAnswer } from '../chat/disguise';
import type { Fault } from '../fault';
import { strToU8, zipSync } from 'fflate';

export const disguiseZip: Fault = {
  id: 'disguise-zip',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot packs them into an archive.',
  change: (parts) =>
    listingInAnswer(parts, '/answers/list.zip', (lines, context) =>
      context.body(new Uint8Array(zipSync({ 'list.csv': strToU8(lines.join('\n')) })), 200, {
        'content-type': 'application/zip',
      }),
    ),
  caughtBy: ['chatbot'],
  shownIn: { channel: 'response-body', at: '/answers/list.zip' },
};
