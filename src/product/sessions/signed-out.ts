import { notSignedIn } from '../sign-in/errors';
import type { Product, Session } from '../types';

/**
 * Ends a session at the server and keeps its tokens. It was proven to work just before, when it was opened.
 *
 * @param own a session that nobody else uses
 * @throws {NotSignedIn} when the recipe does not know how to sign out, or signing out does not work
 */
export async function signedOutSession(product: Product, own: Session): Promise<Session> {
  const { signOut } = product.signIn;
  if (!signOut) throw notSignedIn(own.account, 'unexpected-answer', 'its sign-in recipe has no signOut');
  await signOut.run(own, product);
  return own;
}
