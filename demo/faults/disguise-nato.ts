import { listingInDisguise } from '../chat/disguise';
import { inRadioAlphabet } from '../chat/hidden';
import type { Fault } from '../fault';

export const disguiseNato: Fault = {
  id: 'disguise-nato',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them in the spelling alphabet of radio.',
  change: (parts) => listingInDisguise(parts, inRadioAlphabet),
  caughtBy: ['chatbot'],
};
