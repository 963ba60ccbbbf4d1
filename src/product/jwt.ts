import type { JWTPayload } from 'jose';
import { decodeJwt } from 'jose/jwt/decode';

/** What a token says, without any check of who signed it; `undefined` when there is none, or it is no JWT. */
export function claimsOf(token: string | undefined): JWTPayload | undefined {
  if (token === undefined) return undefined;
  try {
    return decodeJwt(token);
  } catch {
    return undefined;
  }
}

/** When a token runs out, in milliseconds since the epoch; `undefined` when it does not say. */
export function expiryOf(token: string | undefined): number | undefined {
  const seconds = claimsOf(token)?.exp;
  return seconds === undefined ? undefined : seconds * 1000;
}
