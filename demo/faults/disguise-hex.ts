import { listingInDisguise } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseHex: Fault = {
  id: 'disguise-hex',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them in hexadecimal.',
  change: (parts) => listingInDisguise(parts, (value) => Buffer.from(value).toString('hex')),
  caughtBy: ['chatbot'],
};
