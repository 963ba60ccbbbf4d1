import type { Product, Session } from '../types';
import { notSignedIn } from './errors';
import { exchange } from './exchange';
import { sessionOf } from './supabase-session';

interface Project {
  readonly headers: (session: Session | null) => Readonly<Record<string, string>>;
  readonly origin: string | undefined;
}

/** What becomes of a session of Supabase after sign-in. Facts: GoTrue's `/logout`, `/token` and `/user`. */
export function sessionLife({ headers, origin }: Project) {
  const at = (path: string, product: Product) => new URL(path, origin ?? product.site);

  return {
    /** Ends this session and no other of the account. */
    async signOut(session: Session, product: Product): Promise<void> {
      const url = at('/auth/v1/logout?scope=local', product);
      const { account } = session;
      const { status } = await exchange({ account, product }, url, {
        headers: headers(session),
        method: 'POST',
      });
      if (status !== 204) throw unexpected(session, `signing out answered ${status}`);
    },

    /** The next session, or `null` for a refresh token that is not accepted. */
    async refresh(session: Session, product: Product): Promise<Session | null> {
      const { account, refreshToken } = session;
      if (refreshToken === undefined) throw unexpected(session, 'its session has no refresh token');
      const { status, json } = await exchange(
        { account, product },
        at('/auth/v1/token?grant_type=refresh_token', product),
        { headers: headers(null), body: { refresh_token: refreshToken } },
      );
      if (status === 200) return sessionOf(account, json);
      if (status === 400 || status === 401 || status === 403) return null;
      throw unexpected(session, `refreshing answered ${status}`);
    },

    /** Writes into `user_metadata`, which everybody may edit of himself. */
    async editOwnData(
      session: Session,
      data: Readonly<Record<string, unknown>>,
      product: Product,
    ): Promise<void> {
      const { account } = session;
      const { status } = await exchange({ account, product }, at('/auth/v1/user', product), {
        headers: headers(session),
        body: { data },
        method: 'PUT',
      });
      if (status !== 200) throw unexpected(session, `writing own profile data answered ${status}`);
    },
  };
}

function unexpected({ account }: Session, sentence: string): Error {
  return notSignedIn(account, 'unexpected-answer', sentence);
}
