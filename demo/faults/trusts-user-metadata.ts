import type { Fault } from '../fault';

/** `user_metadata` is the part of a token that its owner may edit. */
export const trustsUserMetadata: Fault = {
  id: 'trusts-user-metadata',
  rootCause: 'broad-policy',
  sentence: 'Who writes a role or a tenant into its own profile data is believed by the row rules.',
  sql: `
    create or replace function private.is_admin() returns boolean language sql stable as $$
      select coalesce(auth.jwt() -> 'user_metadata' ->> 'role', auth.jwt() -> 'app_metadata' ->> 'role') = 'admin'
    $$;
    create or replace function private.tenant() returns uuid language sql stable as $$
      select coalesce(auth.jwt() -> 'user_metadata' ->> 'tenant_id', auth.jwt() -> 'app_metadata' ->> 'tenant_id')::uuid
    $$;
  `,
  caughtBy: ['roles', 'database'],
};
