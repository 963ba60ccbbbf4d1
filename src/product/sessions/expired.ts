import type { AccountName } from '../../words';
import { expiryOf } from '../jwt';
import { notSignedIn } from '../sign-in/errors';
import type { Product, Session } from '../types';

/** Seconds that servers commonly allow after the end of a token (PostgREST: 30). */
const leeway = 60;

/**
 * A session that was really signed and has really run out. A token that is still good would prove nothing, so it is
 * looked at first.
 *
 * @throws {NotSignedIn} when the config says nothing about such sessions, or gives one that has not run out
 */
export async function expiredSession(product: Product, account: AccountName): Promise<Session> {
  if (product.expiredSession === undefined) {
    throw notSignedIn(
      account,
      'not-alive',
      'an expired session is needed, and expiredSession is not configured',
    );
  }
  const session = await product.expiredSession(account);
  const expiry = expiryOf(session.accessToken);
  if (expiry !== undefined && expiry > Date.now() - leeway * 1000) {
    throw notSignedIn(account, 'unexpected-answer', 'the session that should have run out is still good');
  }
  return session;
}
