import * as z from 'zod';
import { claimsOf } from '../jwt';
import type { SignInRecipe } from '../types';
import { byApi } from './by-api';

interface Options {
  /** Your Outseta domain: `https://acme.outseta.com`. */
  readonly origin: string;
  /** `tokenStorage` of your Outseta script; `session` cannot be restored, so tests need one of the other two. */
  readonly tokenStorage?: 'local' | 'cookie';
}

const tokenAnswer = z.looseObject({ access_token: z.string().min(1) });

/** Name under which Outseta's script keeps the token. */
const storedAs = 'Outseta.nocode.accessToken';

/** Outseta: `POST /api/v1/tokens` answers a JWT; `GET /api/v1/profile` answers 200 to it. */
export function outseta({ origin, tokenStorage = 'local' }: Options): SignInRecipe {
  const base = new URL(origin).origin;
  return byApi({
    name: 'outseta',
    origins: [base],
    ask: ({ email, password }) => ({ url: `${base}/api/v1/tokens`, body: { username: email, password } }),
    read: (json) => {
      const answer = tokenAnswer.safeParse(json);
      if (!answer.success) return undefined;
      const userId = claimsOf(answer.data.access_token)?.sub;
      return { accessToken: answer.data.access_token, ...(userId !== undefined && { userId }) };
    },
    keep: ({ accessToken = '' }) => {
      const kept = { [storedAs]: accessToken };
      return tokenStorage === 'cookie' ? { cookies: kept } : { localStorage: kept };
    },
    alive: { path: `${base}/api/v1/profile` },
  });
}
