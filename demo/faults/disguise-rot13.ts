import { listingInDisguise } from '../chat/disguise';
import { rotated } from '../chat/hidden';
import type { Fault } from '../fault';

export const disguiseRot13: Fault = {
  id: 'disguise-rot13',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them with all letters half an alphabet on.',
  change: (parts) => listingInDisguise(parts, rotated),
  caughtBy: ['chatbot'],
};
