import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { claimsOf } from '../jwt';
import type { Session, SignInRecipe, StorageState } from '../types';
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
      const accessToken = token?.(state) ?? '';
      const userId = claimsOf(accessToken)?.sub ?? '';
      return { account, userId, accessToken, raw: state };
    },
    storage: ({ raw }) => stateFile.parse(raw),
    headers: (session) => (session === null ? {} : credentialsOf(session)),
  };
}

function credentialsOf(session: Session): Record<string, string> {
  if (session.accessToken !== '') return { authorization: `Bearer ${session.accessToken}` };
  const { cookies } = stateFile.parse(session.raw);
  return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
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
