import { randomBytes, randomUUID } from 'node:crypto';
import { decodeJwt, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { publishableKey, type Customer } from '../shop';
import { hasFault } from './has-fault';
import { customerBy, userIdOf } from './people';

/** Who asks, by the bearer token: whoever is only known by the key of every page is nobody. */
export type Caller =
  | { readonly is: 'user'; readonly customer: Customer; readonly session: string }
  | { readonly is: 'nobody' }
  | { readonly is: 'refused' };

/** Seconds for which an access token is good. */
const life = 3600;
const audience = 'authenticated';
const { privateKey, publicKey } = await generateKeyPair('ES256');

/** What the address of the key set answers. */
export const keySet = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig', kid: 'tw-1' }] };

interface Refreshing {
  readonly customer: Customer;
  readonly session: string;
  spent: boolean;
}

const refreshing = new Map<string, Refreshing>();
const ended = new Set<string>();
const ownData = new Map<Customer, Readonly<Record<string, unknown>>>();

/** What GoTrue tells of somebody. Only the project's owner can write into `app_metadata`. */
export function userJson(customer: Customer) {
  return {
    id: userIdOf(customer),
    aud: audience,
    role: 'authenticated',
    email: customer.email,
    app_metadata: { provider: 'email', tenant: customer.tenant, staff: customer.isStaff },
    user_metadata: ownData.get(customer) ?? {},
  };
}

/** What somebody may say of itself. */
export function keepOwnData(customer: Customer, data: Readonly<Record<string, unknown>>): void {
  ownData.set(customer, { ...ownData.get(customer), ...data });
}

/** The answer of the token endpoint: the next tokens of a session, or the first of a new one. */
export async function tokensFor(customer: Customer, session: string = randomUUID()) {
  const user = userJson(customer);
  const { email, role, app_metadata, user_metadata } = user;
  const claims = { email, role, app_metadata, user_metadata, session_id: session };
  const now = Math.floor(Date.now() / 1000);
  const access = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: 'tw-1', typ: 'JWT' })
    .setSubject(user.id)
    .setAudience(audience)
    .setIssuedAt(now)
    .setExpirationTime(now + life)
    .sign(privateKey);
  const refresh = randomBytes(18).toString('base64url');
  refreshing.set(refresh, { customer, session, spent: false });
  return {
    access_token: access,
    token_type: 'bearer',
    expires_in: life,
    expires_at: now + life,
    refresh_token: refresh,
    user,
  };
}

/** Whose session goes on by this refresh token; each is good once. */
export function spend(token: unknown): Omit<Refreshing, 'spent'> | undefined {
  const found = refreshing.get(String(token));
  if (!found || found.spent || ended.has(found.session)) return undefined;
  found.spent = true;
  return found;
}

export function endSession(session: string): void {
  ended.add(session);
}

export function isOpen(session: string): boolean {
  return !ended.has(session);
}

/** Reads the token of a request. The careless one believes what stands in it. */
export async function callerOf(authorization: string | undefined): Promise<Caller> {
  const token = authorization?.replace(/^Bearer /i, '') ?? '';
  if (token === '' || token === publishableKey) return { is: 'nobody' };
  try {
    const { payload } = hasFault('signature-ignored')
      ? { payload: decodeJwt(token) }
      : await jwtVerify(token, publicKey, { algorithms: ['ES256'], audience });
    const customer = customerBy(payload.sub);
    return customer ? { is: 'user', customer, session: String(payload['session_id']) } : { is: 'refused' };
  } catch {
    return { is: 'refused' };
  }
}
