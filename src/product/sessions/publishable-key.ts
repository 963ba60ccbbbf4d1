import { notSignedIn } from '../sign-in/errors';
import type { Product, Session } from '../types';

/** Whose the publishable key is. */
const nobody = 'nobody';

/**
 * No session at all: the key that stands in every page, carried where a login belongs. Page libraries do so for who is
 * not signed in, so every product meets it there.
 *
 * @throws {NotSignedIn} when the recipe knows of no such key
 */
export function publishableKeySession({ signIn }: Pick<Product, 'signIn'>): Session {
  const accessToken = signIn.publishableKey?.() ?? '';
  if (accessToken !== '') return { account: nobody, userId: '', accessToken, raw: {} };
  throw notSignedIn(
    nobody,
    'unexpected-answer',
    `the sign-in recipe ${signIn.name} knows of no publishable key`,
  );
}
