import { listingInDisguise } from '../chat/disguise';
import { confusable } from '../chat/hidden';
import type { Fault } from '../fault';

export const disguiseConfusables: Fault = {
  id: 'disguise-confusables',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them in Cyrillic letters that look like Latin ones.',
  change: (parts) => listingInDisguise(parts, confusable),
  caughtBy: ['chatbot'],
};
