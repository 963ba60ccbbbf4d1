import { listingInDisguise } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseBase64: Fault = {
  id: 'disguise-base64',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them in base64.',
  change: (parts) => listingInDisguise(parts, (value) => Buffer.from(value).toString('base64')),
  caughtBy: ['chatbot'],
};
