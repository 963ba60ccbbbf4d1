import { listingInDisguise } from '../chat/disguise';
import { apartBy } from '../chat/hidden';
import type { Fault } from '../fault';

export const disguiseLetterALine: Fault = {
  id: 'disguise-letter-a-line',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them one letter a line.',
  change: (parts) => listingInDisguise(parts, apartBy('\n')),
  caughtBy: ['chatbot'],
};
