import { decodeProtectedHeader } from 'jose/decode/protected_header';
import { decodeJwt } from 'jose/jwt/decode';
import { claimsOf } from './claims';
import { sessionAudience, type ReadToken } from './token';

/** Whether a token's header says `alg: none`, in any spelling. */
export function saysUnsigned(token: string): boolean {
  try {
    return String(decodeProtectedHeader(token).alg).toLowerCase() === 'none';
  } catch {
    return false;
  }
}

/** Believes a token that nobody signed; its time and its audience are still looked at. */
export function readUnsigned(token: string): ReadToken {
  try {
    const payload = decodeJwt(token);
    const claims = claimsOf(payload);
    if ((payload.exp ?? 0) * 1000 < Date.now()) return { is: 'dead', why: 'JWT expired' };
    if (claims.role === 'authenticated' && payload.aud !== sessionAudience) {
      return { is: 'dead', why: 'JWT not in audience' };
    }
    return { is: 'good', claims };
  } catch {
    return { is: 'dead', why: 'JWSError JWSInvalidSignature' };
  }
}
