import type { AccountName } from '../../words';
import { credentialsOf } from '../sign-in/credentials';
import { proveSignedIn } from '../sign-in/prove';
import type { Product, Session } from '../types';

/**
 * Signs in and proves it.
 *
 * @throws {NotSignedIn} when either does not work
 */
export async function liveSession(product: Product, account: AccountName): Promise<Session> {
  const session = await product.signIn.signIn(credentialsOf(product, account), product);
  await proveSignedIn(product, session);
  return session;
}
