import type { Session } from '../types';

/** A value that opens a session, and what it is called. */
export interface SessionSecret {
  readonly label: string;
  readonly value: string;
}

/** Shorter cookies keep no secret (`theme=dark`), and as literals they would mask half of every report. */
const shortestCookie = 8;

/** Everything of a session that lets its bearer in: tokens and cookies, whichever it has. */
export function secretsOf({ account, accessToken, refreshToken, cookies = {} }: Session): SessionSecret[] {
  const all = [
    { label: `${account} access token`, value: accessToken },
    { label: `${account} refresh token`, value: refreshToken },
    ...Object.entries(cookies)
      .filter(([, value]) => value.length >= shortestCookie)
      .map(([name, value]) => ({ label: `${account} cookie ${name}`, value })),
  ];
  return all.flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}
