import { expiredSession } from '../product/sessions/expired';
import { forgedSession } from '../product/sessions/forged';
import { liveSession } from '../product/sessions/live';
import { otherAudienceSession } from '../product/sessions/other-audience';
import { otherProjectSession } from '../product/sessions/other-project';
import { promotedSession } from '../product/sessions/promoted';
import { publishableKeySession } from '../product/sessions/publishable-key';
import { secretsOf } from '../product/sessions/secrets-of';
import { signedOutSession } from '../product/sessions/signed-out';
import { notSignedIn } from '../product/sign-in/errors';
import type { Product, Session } from '../product/types';
import type { AccountName, Persona } from '../words';

/** Sessions of one worker: each account signs in once, and is proven to be signed in. */
export interface SessionsOfWorker {
  /** Throws, naming what to look at, when the persona cannot have the session that it needs. */
  of(persona: Persona): Promise<Session | null>;
  /** A session of its own, for what a test is going to end: nobody else is signed out by it. */
  fresh(account: AccountName): Promise<Session>;
  /** The next session by its refresh token; `null` when the server refuses. Throws when that cannot be tested. */
  refresh(session: Session): Promise<Session | null>;
  /** Ends a session that {@link fresh} gave. Throws when that cannot be tested. */
  signOut(session: Session): Promise<Session>;
}

/**
 * Signs accounts in when a persona first needs them. Refresh tokens rotate and are single-use, so no two workers share one.
 *
 * @param remember told every token that was handed out, so that reports can be searched for it
 */
export function sessionsOfWorker(
  product: Product,
  remember: (label: string, token: string) => void,
): SessionsOfWorker {
  const live = new Map<AccountName, Promise<Session>>();
  const remembered = (session: Session) => {
    for (const { label, value } of secretsOf(session)) remember(label, value);
    return session;
  };
  const fresh = async (account: AccountName) => remembered(await liveSession(product, account));
  const signedIn = (account: AccountName) => {
    const session = live.get(account) ?? fresh(account);
    live.set(account, session);
    return session;
  };
  return {
    fresh,
    signOut: (session) => signedOutSession(product, session),
    async refresh(session) {
      const { refresh } = product.signIn;
      if (!refresh)
        throw notSignedIn(session.account, 'unexpected-answer', 'its sign-in recipe has no refresh');
      const next = await refresh.run(session, product);
      return next && remembered(next);
    },
    async of({ account, session }) {
      // Nobody's, and no secret: reports may well hold it.
      if (session === 'publishable-key') return publishableKeySession(product);
      if (account === null) return null;
      switch (session) {
        case 'none':
          return null;
        case 'live':
          return signedIn(account);
        case 'expired':
          return remembered(await expiredSession(product, account));
        case 'forged':
          return remembered(forgedSession(await signedIn(account)));
        case 'signed-out':
          return signedOutSession(product, await fresh(account));
        case 'other-audience':
          return remembered(await otherAudienceSession(product, account));
        case 'other-project':
          return remembered(await otherProjectSession(product, account));
        case 'promoted':
          return remembered(await promotedSession(product, await fresh(account)));
      }
    },
  };
}
