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

/** Whom a token was given to, as it says itself: by the claim that is made for it, or by one of the usual others. */
export function userNamedBy(token: string | undefined): string | undefined {
  const { sub, id, user_id: userId } = claimsOf(token) ?? {};
  const named = [sub, id, userId].find((one) => typeof one === 'string' || typeof one === 'number');
  return named === undefined ? undefined : String(named);
}

/** When a token runs out, in milliseconds since the epoch; `undefined` when it does not say. */
export function expiryOf(token: string | undefined): number | undefined {
  const seconds = claimsOf(token)?.exp;
  return seconds === undefined ? undefined : seconds * 1000;
}
