import { requestOf, shapeOf, withHeaders, withQuery } from './replay';
import type { Technique } from './technique';

/** Names under which servers are wrongly told what somebody is. */
const roleNames = ['role', 'user_role', 'userRole'] as const;
const flagNames = ['admin', 'is_admin', 'isAdmin'] as const;
const roleHeaders = ['x-role', 'x-user-role', 'x-hasura-role'] as const;
const flagHeaders = ['x-admin', 'x-is-admin'] as const;

/** "I am an admin", said where a client may say anything: in the query and in headers. */
export const claimRole: Technique = {
  id: 'claim-role',
  rootCauses: ['session-not-checked'],
  *tries(subject) {
    const { read } = subject;
    const request = requestOf(subject);
    if (!request || read.rows) return;
    const said = [...roleNames.map((name) => `${name}=admin`), ...flagNames.map((name) => `${name}=true`)];
    yield {
      what: `${shapeOf(read)} with the role claimed in the query`,
      request: withQuery(request, said),
      asked: 'claimed-role',
    };
    const headers = [
      ...roleHeaders.map((name) => [name, 'admin'] as const),
      ...flagHeaders.map((name) => [name, 'true'] as const),
    ];
    yield {
      what: `${shapeOf(read)} with the role claimed in headers`,
      request: withHeaders(request, Object.fromEntries(headers)),
      asked: 'claimed-role',
    };
  },
};
