import { requestOf, shapeOf, withHeaders, withQuery } from './replay';
import { takes } from './takes';
import type { Technique } from './technique';

/** Names under which servers are wrongly told who is asking. */
export const identityNames = ['user_id', 'userId', 'customer_id', 'customerId', 'user', 'customer'] as const;

const identityHeaders = ['x-user-id', 'x-customer-id', 'x-user', 'x-customer'] as const;

const tenantHeaders = ['x-tenant-id', 'x-tenant', 'x-org-id', 'x-organization-id'] as const;

/** "I am that other person", said where a client may say anything: in the query and in headers. */
export const claimIdentity: Technique = {
  id: 'claim-identity',
  rootCauses: ['client-chosen-identity'],
  *tries(subject) {
    const { read, user, tenant } = subject;
    const request = requestOf(subject);
    if (!request || user === undefined || read.rows || takes(read, 'id')) return;
    const query = identityNames.map((name) => `${name}=${encodeURIComponent(user)}`);
    yield {
      what: `${shapeOf(read)} with the owner's id claimed in the query`,
      request: withQuery(request, query),
      asked: 'claimed-identity',
    };
    const headers = [
      ...identityHeaders.map((name) => [name, user] as const),
      ...(tenant === undefined ? [] : tenantHeaders.map((name) => [name, tenant] as const)),
    ];
    yield {
      what: `${shapeOf(read)} with the owner's id${tenant === undefined ? '' : ' and tenant'} claimed in headers`,
      request: withHeaders(request, Object.fromEntries(headers)),
      asked: 'claimed-identity',
    };
  },
};
