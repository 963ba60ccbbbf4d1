import * as z from 'zod';
import type { Credentials, Product, Session, SignInRecipe, StorageState } from '../types';
import { notSignedIn } from './errors';
import { exchange, type SignInAnswer } from './exchange';
import { sessionLife } from './supabase-session-life';
import { sessionOf } from './supabase-session';

interface Options {
  /** Name of the variable that holds the publishable key (`anon`). */
  readonly keyEnv: string;
  /** Origin of the project, `https://<ref>.supabase.co`; without it the site itself answers. */
  readonly origin?: string;
  /** What signing out ends. Supabase's own way is `refresh only`; `at once` where the product looks at `session_id`. */
  readonly signOutEnds?: 'at once' | 'refresh only';
  /** The project's "refresh token reuse interval", in seconds. */
  readonly reuseInterval?: number;
}

const refusal = z.looseObject({
  error_code: z.string().optional(),
  error: z.string().optional(),
});

/** Seconds by which a page is made to believe in a session that has run out. */
const believed = 3600;

/**
 * Supabase: by password at `/auth/v1/token`; the page keeps the endpoint's JSON in localStorage.
 * Facts: supabase-js 2, `SupabaseClient` (name of the storage key) and `GoTrueClient` (what is kept there).
 */
export function supabase(options: Options): SignInRecipe {
  const { keyEnv, origin, signOutEnds = 'refresh only', reuseInterval = 10 } = options;
  const headers = (session: Session | null) => ({
    ...key(keyEnv),
    ...(session !== null && { authorization: `Bearer ${session.accessToken}` }),
  });
  const { signOut, refresh, editOwnData } = sessionLife({ headers, origin });
  const at = (path: string) => (origin === undefined ? path : new URL(path, origin).href);
  return {
    name: 'supabase',
    needs: [keyEnv],
    origins: origin === undefined ? [] : [new URL(origin).origin],
    alive: { path: at('/auth/v1/user') },
    async signIn(credentials, product) {
      const url = new URL('/auth/v1/token?grant_type=password', origin ?? product.site);
      const { account, email, password } = credentials;
      const answer = await exchange({ account, product }, url, {
        headers: key(keyEnv),
        body: { email, password },
      });
      if (answer.status !== 200) throw refusedBy(answer, credentials, keyEnv, product);
      return sessionOf(account, answer.json);
    },
    storage: (session, siteOrigin, kept) => storageOf(session, siteOrigin, origin ?? siteOrigin, kept),
    headers,
    signOut: { run: signOut, ends: signOutEnds },
    refresh: { run: refresh, forgives: reuseInterval * 1000 },
    editOwnData,
    publishableKey: () => process.env[keyEnv] ?? '',
    keySet: { path: at('/auth/v1/.well-known/jwks.json') },
  };
}

/** Where supabase-js keeps the session of a project at `origin`: `sb-<first label of the host>-auth-token`. */
export function supabaseStorageKey(origin: string): string {
  return `sb-${new URL(origin).hostname.split('.')[0] ?? ''}-auth-token`;
}

/**
 * The page's own storage. Changed tokens of a session win over those of its raw answer, so that a forged session is
 * stored forged.
 */
function storageOf(
  session: Session,
  siteOrigin: string,
  projectOrigin: string,
  options: { readonly believesAlive?: boolean } = {},
): StorageState {
  const raw = typeof session.raw === 'object' ? session.raw : {};
  const kept = {
    ...raw,
    access_token: session.accessToken,
    ...(session.refreshToken !== undefined && { refresh_token: session.refreshToken }),
    ...(options.believesAlive && {
      expires_in: believed,
      expires_at: Math.floor(Date.now() / 1000) + believed,
    }),
  };
  const entry = { name: supabaseStorageKey(projectOrigin), value: JSON.stringify(kept) };
  return { cookies: [], origins: [{ origin: new URL(siteOrigin).origin, localStorage: [entry] }] };
}

function key(keyEnv: string): Record<string, string> {
  return { apikey: process.env[keyEnv] ?? '' };
}

function refusedBy(
  answer: SignInAnswer,
  { account, from }: Credentials,
  keyEnv: string,
  product: Product,
): Error {
  const said = refusal.safeParse(answer.json).data;
  const code = said?.error_code ?? said?.error;
  const status = `${product.name} answered ${answer.status}`;
  if (code === 'email_not_confirmed') {
    return notSignedIn(
      account,
      'wrong-credentials',
      `${status}: the address in ${from.emailEnv} is not confirmed yet`,
    );
  }
  if (answer.status === 400) {
    return notSignedIn(
      account,
      'wrong-credentials',
      `${status}: wrong e-mail address or password → check ${from.emailEnv} and ${from.passwordEnv} in .env`,
    );
  }
  if (answer.status === 401 || answer.status === 403) {
    return notSignedIn(
      account,
      'wrong-credentials',
      `${status}: the publishable key was not accepted → check ${keyEnv}`,
    );
  }
  if (answer.status === 429) {
    return notSignedIn(account, 'throttled', `${status}: too many sign-ins → wait, or run fewer workers`);
  }
  return notSignedIn(account, 'unexpected-answer', `${status}, neither a session nor a refusal`);
}
