import { listingInDisguise } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseReversed: Fault = {
  id: 'disguise-reversed',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them backwards.',
  change: (parts) => listingInDisguise(parts, (value) => Array.from(value).toReversed().join('')),
  caughtBy: ['chatbot'],
};
