import type { Claims } from '../context';

/** Whether the client itself claims to be an admin: in a header, in the address or in its own profile data. */
export function saysAdmin(claims: Claims, request: Request): boolean {
  const said = [
    request.headers.get('x-user-role'),
    request.headers.get('x-role'),
    new URL(request.url).searchParams.get('role'),
    claims.user_metadata?.['role'],
  ];
  return said.includes('admin');
}
