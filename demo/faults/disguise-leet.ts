import { listingInDisguise } from '../chat/disguise';
import { leet } from '../chat/hidden';
import type { Fault } from '../fault';

export const disguiseLeet: Fault = {
  id: 'disguise-leet',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them with digits for letters.',
  change: (parts) => listingInDisguise(parts, leet),
  caughtBy: ['chatbot'],
};
