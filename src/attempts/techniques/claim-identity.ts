import { requestOf, shapeOf, withHeaders, withQuery } from './replay';
import type { Technique } from './technique';

/** Names under which servers are wrongly told who is asking. */
export const identityNames = ['user_id', 'userId', 'customer_id', 'customerId', 'user', 'customer'] as const;

const identityHeaders = ['x-user-id', 'x-customer-id', 'x-user', 'x-customer'] as const;

/** "I am that other person", said where a client may say anything: in the query and in headers. */
export const claimIdentity: Technique = {
  id: 'claim-identity',
  rootCauses: ['client-chosen-identity'],
  *tries(subject) {
    const { read, user } = subject;
    const request = requestOf(subject);
    if (!request || user === undefined || read.rows || read.path.includes('{id}')) return;
    const query = identityNames.map((name) => `${name}=${encodeURIComponent(user)}`);
    yield {
      what: `${shapeOf(read)} with the owner's id claimed in the query`,
      request: withQuery(request, query),
      asked: 'claimed-identity',
    };
    yield {
      what: `${shapeOf(read)} with the owner's id claimed in headers`,
      request: withHeaders(request, Object.fromEntries(identityHeaders.map((name) => [name, user]))),
      asked: 'claimed-identity',
    };
  },
};
