import type { Caller, Claims, Database, User } from '../context';
import type { AuthParts } from './parts';
import { authException } from './refusal';

interface SessionRow {
  readonly revoked: boolean;
  readonly name: string;
}

/** The token of an `authorization: Bearer …` header, or `null`. */
export function bearerOf(request: Request): string | null {
  const [, token] = /^bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  return token ?? null;
}

async function sessionOf(db: Database, claims: Claims): Promise<SessionRow | null> {
  const sql = `select s.revoked_at is not null as revoked, p.full_name as name
    from auth.sessions s join profiles p on p.user_id = s.user_id
    where s.id::text = $1 and s.user_id::text = $2`;
  const rows = await db.asAuth<SessionRow>(sql, [claims.session_id ?? '', claims.sub ?? '']);
  return rows[0] ?? null;
}

function userOf(claims: Claims, token: string, name: string, role: User['role']): User {
  return {
    is: 'user',
    id: claims.sub ?? '',
    tenantId: claims.app_metadata?.tenant_id ?? '',
    role,
    email: claims.email ?? '',
    name,
    sessionId: claims.session_id ?? '',
    claims,
    token,
  };
}

/** Tells callers apart by their tokens; see {@link Caller} and `DemoContext.callerOf`. */
export function callerReader(db: Database, auth: AuthParts): (request: Request) => Promise<Caller> {
  return async (request) => {
    const token = bearerOf(request);
    if (token === null) return { is: 'nobody', claims: { role: 'anon' } };
    const read = await auth.readToken(token);
    if (read.is === 'dead') throw authException(401, 'bad_jwt', `invalid JWT: ${read.why}`);
    if (read.claims.role !== 'authenticated') return { is: 'nobody', claims: { role: 'anon' } };
    const session = await sessionOf(db, read.claims);
    if (!auth.sessionServes(session)) {
      throw authException(401, 'session_not_found', 'Session from session_id claim in JWT does not exist');
    }
    const role = auth.roleOf(read.claims, request);
    return userOf(read.claims, token, session?.name ?? read.claims.email ?? '', role);
  };
}
