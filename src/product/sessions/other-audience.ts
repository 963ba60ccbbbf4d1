import type { AccountName } from '../../words';
import { notSignedIn } from '../sign-in/errors';
import type { Product, Session } from '../types';

/**
 * A session that was really signed, and for another service: only its audience is wrong.
 *
 * @throws {NotSignedIn} when the config says nothing about such sessions
 */
export async function otherAudienceSession(product: Product, account: AccountName): Promise<Session> {
  if (product.otherAudienceSession) return product.otherAudienceSession(account);
  throw notSignedIn(
    account,
    'not-alive',
    'a session for another service is needed, and otherAudienceSession is not configured',
  );
}
