import { randomBytes } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { claimsOf } from '../jwt';
import { notSignedIn } from '../sign-in/errors';
import type { Session } from '../types';

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** How libraries have been talked out of checking a signature. */
const noneSpellings = ['none', 'None', 'NONE', 'nOnE'] as const;

/**
 * A live session whose signature is wrong in one character; everything that it claims stays true. Its refresh token
 * is nobody’s, for with its own the page would get itself a good session.
 *
 * @throws {NotSignedIn} when the session's token is no JWT: then there is no signature to forge
 */
export function forgedSession(session: Session): Session {
  if (claimsOf(session.accessToken) === undefined) {
    throw notSignedIn(
      session.account,
      'unexpected-answer',
      'a forged session is needed, and its token is no JWT',
    );
  }
  return {
    ...session,
    accessToken: withWrongSignature(session.accessToken),
    refreshToken: randomBytes(12).toString('hex'),
  };
}

/**
 * The same token with another middle character in its signature. Not the last one: four of 64 last characters decode
 * to the same bytes.
 */
export function withWrongSignature(token: string): string {
  const start = token.lastIndexOf('.') + 1;
  const middle = start + Math.floor((token.length - start) / 2);
  const value = base64url.indexOf(token.charAt(middle));
  const other = base64url.charAt((value + 32) % 64);
  return `${token.slice(0, middle)}${other}${token.slice(middle + 1)}`;
}

/** The same claims under `alg: none`, without a signature, in each spelling. */
export function withAlgNone(token: string): string[] {
  const [, payload = ''] = token.split('.');
  return noneSpellings.map((alg) => `${encodedPart({ alg, typ: 'JWT' })}.${payload}.`);
}

/** Other claims under the old signature: `withClaims(token, { role: 'admin' })`. */
export function withClaims(token: string, patch: JWTPayload): string {
  const [header = '', , signature = ''] = token.split('.');
  return `${header}.${encodedPart({ ...claimsOf(token), ...patch })}.${signature}`;
}

/** One part of a token: JSON in base64url. */
export function encodedPart(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
