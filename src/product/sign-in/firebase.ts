import * as z from 'zod';
import { expiryOf } from '../jwt';
import type { Session, SignInRecipe } from '../types';
import { byApi } from './by-api';

interface Options {
  /** Name of the variable that holds the web API key, which every page carries (`AIza…`). */
  readonly keyEnv: string;
  /** A GET of your own backend that answers 200 only to who is signed in: Firebase itself has none. */
  readonly alive: SignInRecipe['alive'];
  /** Where the identity service is, for the emulator: `http://127.0.0.1:9099/identitytoolkit.googleapis.com`. */
  readonly identity?: string;
}

const answered = z.looseObject({
  idToken: z.string().min(1),
  refreshToken: z.string().min(1),
  localId: z.string(),
  email: z.string().optional(),
});

const google = 'https://identitytoolkit.googleapis.com';

/**
 * Firebase Authentication by address and password. The page keeps its user in IndexedDB; one that it finds in
 * localStorage it takes over from there (`PersistenceUserManager.create` of firebase-js-sdk, with the usual list of
 * persistences). A page that was told to look into IndexedDB alone is signed in by `byPage` instead.
 */
export function firebase({ keyEnv, alive, identity = google }: Options): SignInRecipe {
  const key = () => process.env[keyEnv] ?? '';
  return byApi({
    name: 'firebase',
    needs: [keyEnv],
    origins: [identity],
    ask: (credentials) => ({
      url: `${identity}/v1/accounts:signInWithPassword?key=${encodeURIComponent(key())}`,
      body: { ...credentials, returnSecureToken: true },
    }),
    read: (json) => {
      const answer = answered.safeParse(json);
      if (!answer.success) return undefined;
      const { idToken, refreshToken, localId } = answer.data;
      return { accessToken: idToken, refreshToken, userId: localId };
    },
    keep: (session) => ({
      localStorage: { [`firebase:authUser:${key()}:[DEFAULT]`]: JSON.stringify(userOf(session, key())) },
    }),
    alive,
  });
}

/** What `UserImpl.toJSON` of firebase-js-sdk writes. A time that is over would make the page refresh at once. */
function userOf({ accessToken = '', refreshToken, userId, raw }: Session, apiKey: string) {
  const { email } = answered.partial().parse(raw);
  return {
    uid: userId,
    email,
    emailVerified: false,
    isAnonymous: false,
    providerData: [],
    stsTokenManager: {
      refreshToken,
      accessToken,
      expirationTime: expiryOf(accessToken) ?? Date.now() + 3_600_000,
    },
    apiKey,
    appName: '[DEFAULT]',
  };
}
