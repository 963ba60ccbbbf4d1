import { listingInDisguise } from '../chat/disguise';
import { inNumberWords } from '../chat/hidden';
import type { Fault } from '../fault';

export const disguiseNumberWords: Fault = {
  id: 'disguise-number-words',
  rootCause: 'raw-rows-to-model',
  sentence:
    'Asked for all customers, the chatbot lists them with their numbers read out digit by digit, and nothing else.',
  change: (parts) => listingInDisguise(parts, inNumberWords),
  caughtBy: ['chatbot'],
};
