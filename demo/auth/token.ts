import { JOSEError, JWTClaimValidationFailed, JWTExpired } from 'jose/errors';
import { SignJWT } from 'jose/jwt/sign';
import { jwtVerify } from 'jose/jwt/verify';
import type { Claims } from '../context';
import { claimsOf } from './claims';
import { signingKey } from './keys';

/** What a bearer token turned out to be. `why` is in PostgREST's words. */
export type ReadToken =
  { readonly is: 'good'; readonly claims: Claims } | { readonly is: 'dead'; readonly why: string };

/** The audience of people's sessions. The project's own keys have none. */
export const sessionAudience = 'authenticated';

/** Who signs: this installation. Its staging, which has the same key, says so in its tokens. */
const sessionIssuer = 'supabase';

/** Seconds for which a token that has just run out is still taken, as PostgREST does. */
export const leeway = 30;

/** Seconds for which an access token is good. */
export const accessTokenLife = 3600;

/** What goes into a person's token. */
export interface TokenSubject {
  readonly id: string;
  readonly email: string;
  readonly sessionId: string;
  readonly appMetadata: object;
  readonly userMetadata: object;
}

/** For whom a token is signed, and by which installation. */
export interface TokenMark {
  readonly audience?: string;
  readonly issuer?: string;
}

/** Signs an access token as GoTrue does. `issuedAt` is in seconds since the epoch. */
export function signAccessToken(
  subject: TokenSubject,
  issuedAt: number,
  { audience = sessionAudience, issuer = sessionIssuer }: TokenMark = {},
): Promise<string> {
  const claims = {
    email: subject.email,
    phone: '',
    app_metadata: subject.appMetadata,
    user_metadata: subject.userMetadata,
    role: 'authenticated',
    aal: 'aal1',
    amr: [{ method: 'password', timestamp: issuedAt }],
    session_id: subject.sessionId,
    is_anonymous: false,
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(issuer)
    .setSubject(subject.id)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + accessTokenLife)
    .sign(signingKey);
}

/** Which of the claims must be right; the sound demo checks all of them. */
export interface TokenRules {
  readonly expiry: boolean;
  readonly audience: boolean;
  readonly issuer: boolean;
}

/** What a sound product asks of a token besides its signature. */
export const allRules: TokenRules = { expiry: true, audience: true, issuer: true };

function reason(error: unknown): string {
  if (error instanceof JWTExpired) return 'JWT expired';
  if (error instanceof JWTClaimValidationFailed) return 'JWT claims validation failed';
  if (error instanceof JOSEError) return 'JWSError JWSInvalidSignature';
  throw error;
}

/** Checks the signature (HS256 only) and, by `rules`, the claims. Throws only for what is not the token's fault. */
export async function readTokenBy(rules: TokenRules, token: string, key = signingKey): Promise<ReadToken> {
  try {
    const clockTolerance = rules.expiry ? leeway : Number.MAX_SAFE_INTEGER;
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], clockTolerance });
    const claims = claimsOf(payload);
    const personal = claims.role === 'authenticated';
    if (personal && rules.audience && payload.aud !== sessionAudience) {
      return { is: 'dead', why: 'JWT not in audience' };
    }
    if (personal && rules.issuer && payload.iss !== sessionIssuer) {
      return { is: 'dead', why: 'JWT not from this issuer' };
    }
    return { is: 'good', claims };
  } catch (error) {
    return { is: 'dead', why: reason(error) };
  }
}
