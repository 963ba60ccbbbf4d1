import { listingInDisguise } from '../chat/disguise';
import { apartBy } from '../chat/hidden';
import type { Fault } from '../fault';

export const disguiseSpelledOut: Fault = {
  id: 'disguise-spelled-out',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them letter by letter with hyphens in between.',
  change: (parts) => listingInDisguise(parts, apartBy('-')),
  caughtBy: ['chatbot'],
};
