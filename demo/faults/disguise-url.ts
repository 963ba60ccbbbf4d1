import { listingInDisguise } from '../chat/disguise';
import type { Fault } from '../fault';

export const disguiseUrl: Fault = {
  id: 'disguise-url',
  rootCause: 'raw-rows-to-model',
  sentence: 'Asked for all customers, the chatbot lists them percent-encoded.',
  change: (parts) =>
    listingInDisguise(parts, (value) => Buffer.from(value).toString('hex').replaceAll(/../gu, '%$&')),
  caughtBy: ['chatbot'],
};
