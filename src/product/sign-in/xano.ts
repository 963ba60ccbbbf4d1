import * as z from 'zod';
import type { Session, SignInRecipe } from '../types';
import { byApi, type Kept } from './by-api';

interface Options {
  /** Base of the API group that has `auth/login`: `https://x8ki-letl-twmt.n7.xano.io/api:abcdef`. */
  readonly api: string;
  /** Where your page keeps the token, which Xano leaves to you; without it, localStorage `authToken`. */
  readonly keep?: (session: Session) => Kept;
}

const loginAnswer = z.looseObject({ authToken: z.string().min(1) });

/**
 * Xano: `POST auth/login` answers `{ authToken }`, an encrypted token that cannot be read; `GET auth/me` answers 200
 * to it. Facts: the endpoints of Xano's own authentication template.
 */
export function xano({ api, keep = inLocalStorage }: Options): SignInRecipe {
  const base = api.replace(/\/+$/, '');
  return byApi({
    name: 'xano',
    origins: [base],
    ask: (credentials) => ({ url: `${base}/auth/login`, body: credentials }),
    read: (json) => {
      const answer = loginAnswer.safeParse(json);
      return answer.success ? { accessToken: answer.data.authToken } : undefined;
    },
    keep,
    alive: { path: `${base}/auth/me` },
  });
}

function inLocalStorage({ accessToken = '' }: Session): Kept {
  return { localStorage: { authToken: accessToken } };
}
