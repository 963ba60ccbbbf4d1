import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { claimsOf } from '../jwt';
import type { Session, SignInRecipe, StorageState } from '../types';
import { cookieHeader } from './cookies';
import { notSignedIn } from './errors';

interface Options {
  /** By account, the variable that holds the path of its `storageState` file. */
  readonly fileEnv: Readonly<Record<string, string>>;
  /** The access token within the file's storage, for API requests. Without one the file's cookies are sent. */
  readonly token?: (state: StorageState) => string | undefined;
  readonly alive: { readonly path: string };
}

const stateFile = z.looseObject({
  cookies: z.array(
    z.object({
      name: z.string(),
      value: z.string(),
      domain: z.string(),
      path: z.string(),
      expires: z.number(),
      httpOnly: z.boolean(),
      secure: z.boolean(),
      sameSite: z.enum(['Strict', 'Lax', 'None']),
    }),
  ),
  origins: z.array(
    z.object({
      origin: z.string(),
      localStorage: z.array(z.object({ name: z.string(), value: z.string() })),
    }),
  ),
});

/**
 * For sign-ins that no program can do (one-time codes, a provider's own page): a person signs in once and the
 * browser's storage is saved with Playwright's `storageState`. Such a session ends when the product ends it.
 */
export function storageState({ fileEnv, token, alive }: Options): SignInRecipe {
  return {
    name: 'storageState',
    needs: Object.values(fileEnv),
    origins: [],
    alive,
    async signIn({ account }): Promise<Session> {
      const state = await readState(account, fileEnv[account]);
      const accessToken = token?.(state);
      if (!accessToken) return { account, cookies: valuesOf(state), raw: state };
      const userId = claimsOf(accessToken)?.sub;
      return { account, accessToken, ...(userId !== undefined && { userId }), raw: state };
    },
    storage: storageOf,
    headers: (session) => (session === null ? {} : credentialsOf(session)),
  };

  /** What the file holds, with the token or the cookies of this session, which may be others. */
  function storageOf({ raw, accessToken, cookies = {} }: Session): StorageState {
    const state = stateFile.parse(raw);
    const saved = token?.(state);
    const kept = (value: string) => (saved && accessToken ? value.replaceAll(saved, accessToken) : value);
    return {
      cookies: state.cookies.map((one) => ({ ...one, value: cookies[one.name] ?? kept(one.value) })),
      origins: state.origins.map(({ origin, localStorage }) => ({
        origin,
        localStorage: localStorage.map(({ name, value }) => ({ name, value: kept(value) })),
      })),
    };
  }
}

function valuesOf({ cookies }: StorageState): Record<string, string> {
  return Object.fromEntries(cookies.map(({ name, value }) => [name, value]));
}

function credentialsOf({ accessToken, cookies = {} }: Session): Record<string, string> {
  if (accessToken) return { authorization: `Bearer ${accessToken}` };
  return { cookie: cookieHeader(cookies) };
}

async function readState(account: string, variable: string | undefined): Promise<StorageState> {
  const path = variable === undefined ? undefined : process.env[variable];
  if (path === undefined)
    throw notSignedIn(account, 'unreachable', 'signIn.fileEnv names no file for this account');
  try {
    return stateFile.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    throw notSignedIn(
      account,
      'unexpected-answer',
      `the file that ${variable} names is no storageState file → save it anew`,
    );
  }
}
