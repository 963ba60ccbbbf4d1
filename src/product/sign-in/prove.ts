import type { Product, Session } from '../types';
import { notSignedIn } from './errors';
import { exchange } from './exchange';

/**
 * Proves by an API answer, never by the page, that a session works.
 *
 * @throws {NotSignedIn} when the product does not answer 200 to it
 */
export async function proveSignedIn(product: Product, session: Session): Promise<void> {
  const { alive, headers } = product.signIn;
  const answer = await exchange({ account: session.account, product }, new URL(alive.path, product.site), {
    headers: headers(session),
  });
  if (answer.status === 200) return;
  throw notSignedIn(
    session.account,
    answer.status === 429 ? 'throttled' : 'not-alive',
    `signing in worked, but GET ${alive.path} answered ${answer.status} where 200 was expected`,
  );
}
