import { createHash, randomBytes } from 'node:crypto';
import type { Query } from '../context';
import { accessTokenLife, signAccessToken } from './token';

/** A row of `auth.users` as far as people may see it. */
export interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly encrypted_password: string;
  readonly raw_app_meta_data: object;
  readonly raw_user_meta_data: object;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly last_sign_in_at: Date | null;
}

/** A refresh token with its session. */
export interface RefreshRow {
  readonly session_id: string;
  readonly user_id: string;
  readonly spent: boolean;
  readonly revoked: boolean;
}

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** GoTrue's public picture of a user. */
export function userJson(user: UserRow): object {
  return {
    id: user.id,
    aud: 'authenticated',
    role: 'authenticated',
    email: user.email,
    email_confirmed_at: user.created_at,
    phone: '',
    confirmed_at: user.created_at,
    last_sign_in_at: user.last_sign_in_at,
    app_metadata: user.raw_app_meta_data,
    user_metadata: user.raw_user_meta_data,
    identities: [],
    created_at: user.created_at,
    updated_at: user.updated_at,
    is_anonymous: false,
  };
}

export async function userByEmail(query: Query, email: string): Promise<UserRow | null> {
  const rows = await query<UserRow>('select * from auth.users where email = $1', [
    email.trim().toLowerCase(),
  ]);
  return rows[0] ?? null;
}

export async function userById(query: Query, id: string): Promise<UserRow | null> {
  const rows = await query<UserRow>('select * from auth.users where id = $1', [id]);
  return rows[0] ?? null;
}

/** Opens a session and gives its id. */
export async function openSession(query: Query, userId: string): Promise<string> {
  await query('update auth.users set last_sign_in_at = now() where id = $1', [userId]);
  const sql = 'insert into auth.sessions (user_id) values ($1) returning id';
  const [row] = await query<{ id: string }>(sql, [userId]);
  if (row === undefined) throw new Error('auth.sessions: an inserted session gave no row');
  return row.id;
}

export async function refreshRow(query: Query, token: string): Promise<RefreshRow | null> {
  const sql = `select r.session_id, s.user_id, r.spent_at is not null as spent, s.revoked_at is not null as revoked
    from auth.refresh_tokens r join auth.sessions s on s.id = r.session_id where r.token_hash = $1 for update of r`;
  const rows = await query<RefreshRow>(sql, [hashed(token)]);
  return rows[0] ?? null;
}

export async function spend(query: Query, token: string): Promise<void> {
  await query('update auth.refresh_tokens set spent_at = now() where token_hash = $1', [hashed(token)]);
}

/** Ends sessions of a user: one of them, all, or all but one. */
export async function revoke(
  query: Query,
  userId: string,
  sessionId: string,
  scope: 'local' | 'global' | 'others',
): Promise<void> {
  const which = { local: 'id = $2', global: '$2::uuid is not null', others: 'id <> $2' }[scope];
  const sql = `update auth.sessions set revoked_at = now() where user_id = $1 and ${which} and revoked_at is null`;
  await query(sql, [userId, sessionId]);
}

/** A new pair of tokens for a session, as the token endpoint answers it. */
export async function issueTokens(query: Query, user: UserRow, sessionId: string): Promise<object> {
  const refreshToken = randomBytes(16).toString('base64url');
  const sql = 'insert into auth.refresh_tokens (token_hash, session_id) values ($1, $2)';
  await query(sql, [hashed(refreshToken), sessionId]);
  const issuedAt = Math.floor(Date.now() / 1000);
  return {
    access_token: await signAccessToken(
      {
        id: user.id,
        email: user.email,
        sessionId,
        appMetadata: user.raw_app_meta_data,
        userMetadata: user.raw_user_meta_data,
      },
      issuedAt,
    ),
    token_type: 'bearer',
    expires_in: accessTokenLife,
    expires_at: issuedAt + accessTokenLife,
    refresh_token: refreshToken,
    user: userJson(user),
  };
}
