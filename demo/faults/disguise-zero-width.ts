import { listingInDisguise } from '../chat/disguise';
import { apartBy } from '../chat/hidden';
import type { Fault } from '../fault';

export const disguiseZeroWidth: Fault = {
  id: 'disguise-zero-width',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them with an invisible character after each letter.',
  change: (parts) => listingInDisguise(parts, apartBy('\u200b')),
  caughtBy: ['chatbot'],
};
