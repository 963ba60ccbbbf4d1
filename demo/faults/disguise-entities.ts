import { listingInDisguise } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseEntities: Fault = {
  id: 'disguise-entities',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them as character references.',
  change: (parts) =>
    listingInDisguise(parts, (value) => Array.from(value, (sign) => `&#${sign.codePointAt(0)};`).join('')),
  caughtBy: ['chatbot'],
};
