import { listingInDisguise } from '../chat/disguise';
import { masked } from '../chat/hidden';
import type { Fault } from '../fault';

export const disguiseMasked: Fault = {
  id: 'disguise-masked',
  rootCause: 'raw-rows-to-model',
  sentence:
    'Asked for all customers, the chatbot lists their addresses and numbers with most of each masked.',
  change: (parts) => listingInDisguise(parts, masked),
  caughtBy: ['chatbot'],
};
