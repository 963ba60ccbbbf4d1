import { accessTokenLife, signAccessToken, type TokenMark } from '../auth/token';
import { lastingSessionIds, tenantIds } from './ids';
import type { Person } from './person';

/** A session as the token endpoint answers it, on the person's lasting session. */
export interface MadeSession {
  readonly access_token: string;
  readonly token_type: 'bearer';
  readonly expires_in: number;
  readonly expires_at: number;
  readonly refresh_token: string;
  readonly user: object;
}

/** Makes a session without the server: really signed, at a moment of choice (seconds since the epoch). */
export async function sessionMade(person: Person, issuedAt: number, mark?: TokenMark): Promise<MadeSession> {
  const { userId: id, email } = person;
  const appMetadata = {
    provider: 'email',
    providers: ['email'],
    tenant_id: tenantIds[person.tenant],
    role: person.role,
  };
  const userMetadata = { full_name: person.fullName };
  const sessionId = lastingSessionIds[person.key];
  const subject = { id, email, sessionId, appMetadata, userMetadata };
  return {
    access_token: await signAccessToken(subject, issuedAt, mark),
    token_type: 'bearer',
    expires_in: accessTokenLife,
    expires_at: issuedAt + accessTokenLife,
    refresh_token: 'a-refresh-token-that-nobody-knows',
    user: {
      id,
      aud: 'authenticated',
      role: 'authenticated',
      email,
      app_metadata: appMetadata,
      user_metadata: userMetadata,
      created_at: person.joinedAt,
    },
  };
}
