import { Headers, getSetCookies, type Cookie } from 'undici';
import type { StorageState } from '../types';

/** The value of a `Cookie` header. */
export function cookieHeader(cookies: Readonly<Record<string, string>>): string {
  return Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
}

/** What a browser keeps after an answer that sets these: a later one replaces an earlier one, and what has run out goes. */
export function keptAfter(jar: readonly Cookie[], set: readonly Cookie[]): readonly Cookie[] {
  const byName = new Map([...jar, ...set].map((cookie) => [cookie.name, cookie]));
  return [...byName.values()].filter((cookie) => !hasEnded(cookie));
}

/** The cookies that an answer sets, from its `Set-Cookie` lines. */
export function cookiesSetBy(lines: readonly string[]): readonly Cookie[] {
  const headers = new Headers();
  for (const line of lines) headers.append('set-cookie', line);
  return getSetCookies(headers);
}

/** The same as Playwright puts them into a fresh context: for the whole site, until the browser is closed. */
export function storedCookies(jar: readonly Cookie[], siteOrigin: string): StorageState['cookies'] {
  const { hostname, protocol } = new URL(siteOrigin);
  return jar.map(({ name, value, httpOnly = false, sameSite = 'Lax' }) => ({
    name,
    value,
    domain: hostname,
    path: '/',
    expires: -1,
    httpOnly,
    secure: protocol === 'https:',
    sameSite,
  }));
}

function hasEnded({ maxAge, expires }: Cookie): boolean {
  if (maxAge !== undefined) return maxAge <= 0;
  return expires !== undefined && new Date(expires).getTime() <= Date.now();
}
