import type { AccountName } from '../../words';
import { notSignedIn } from '../sign-in/errors';
import type { Product, Session } from '../types';

/**
 * A session that was really signed, by another installation with the same key: only its issuer is wrong.
 *
 * @throws {NotSignedIn} when the config says nothing about such sessions
 */
export async function otherProjectSession(product: Product, account: AccountName): Promise<Session> {
  if (product.otherProjectSession) return product.otherProjectSession(account);
  throw notSignedIn(
    account,
    'not-alive',
    'a session of another project is needed, and otherProjectSession is not configured',
  );
}
