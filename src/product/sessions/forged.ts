import { randomBytes } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { claimsOf } from '../jwt';
import { notSignedIn } from '../sign-in/errors';
import type { Session } from '../types';

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** How libraries have been talked out of checking a signature. */
const noneSpellings = ['none', 'None', 'NONE', 'nOnE'] as const;

/**
 * A live session whose token has a wrong signature in one character; everything that it claims stays true. Of what is
 * no JWT, opaque tokens and the cookies of a session, one character in the middle is another. Its refresh token is
 * nobody’s, for with its own the page would get itself a good session.
 *
 * @throws {NotSignedIn} when the session has neither a token nor a cookie: then there is nothing to forge
 */
export function forgedSession(session: Session): Session {
  const { account, accessToken, refreshToken, cookies } = session;
  if (!accessToken && Object.keys(cookies ?? {}).length === 0) {
    throw notSignedIn(
      account,
      'unexpected-answer',
      'a forged session is needed, and it has neither a token nor a cookie',
    );
  }
  return {
    ...session,
    ...(accessToken && { accessToken: forgedToken(accessToken) }),
    ...(cookies && { cookies: mapValues(cookies, withOtherMiddle) }),
    ...(refreshToken !== undefined && { refreshToken: randomBytes(12).toString('hex') }),
  };
}

function forgedToken(token: string): string {
  return claimsOf(token) === undefined ? withOtherMiddle(token) : withWrongSignature(token);
}

/** The part of a value behind its last dot, where signed ones have their signature. */
const lastPart = /[^.]*$/;

/**
 * Another character of the same kind in the middle of a value, or of its signature where it has one: it looks like a
 * good one, so that nothing but a real check refuses it. What is percent-encoded is left alone.
 */
export function withOtherMiddle(value: string): string {
  const start = lastPart.exec(value)?.index ?? 0;
  const plain = [...value.matchAll(/%[\da-f]{2}|[\da-z]/gi)].filter(
    ({ 0: found, index }) => found.length === 1 && index >= start,
  );
  const middle = plain[Math.floor(plain.length / 2)];
  if (!middle) return `${value}0`;
  const { 0: character, index } = middle;
  return `${value.slice(0, index)}${ofSameKind(character)}${value.slice(index + 1)}`;
}

/** Hexadecimal stays hexadecimal, a digit a digit, and a letter a letter of the same case. */
function ofSameKind(character: string): string {
  const ring = ['0123456789', 'abcdef', 'ABCDEF', 'ghijklmnopqrstuvwxyz', 'GHIJKLMNOPQRSTUVWXYZ'].find(
    (kind) => kind.includes(character),
  );
  if (ring === undefined) return character;
  return ring.charAt((ring.indexOf(character) + ring.length / 2) % ring.length);
}

function mapValues(of: Readonly<Record<string, string>>, change: (value: string) => string) {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, change(value)]));
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
