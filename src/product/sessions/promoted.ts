import { claimsOf } from '../jwt';
import { notSignedIn } from '../sign-in/errors';
import type { Product, Session } from '../types';

/** What somebody writes about himself who would like to be an admin. */
const wishes = { role: 'admin', is_admin: true } as const;
const nothing = { role: null, is_admin: null } as const;

/**
 * A live session whose token says `admin` in the part that its owner may edit. What was written is taken back at once;
 * the token goes on saying it.
 *
 * @param own a session that nobody else uses
 * @throws {NotSignedIn} when the recipe cannot do it, the product is not ours to write to, or the token does not say it
 */
export async function promotedSession(product: Product, own: Session): Promise<Session> {
  const { editOwnData, refresh } = product.signIn;
  const cannot = (why: string) => notSignedIn(own.account, 'unexpected-answer', why);
  if (!product.demo) throw cannot('nothing is written to an attached product');
  if (!editOwnData || !refresh) throw cannot('its sign-in recipe has no editOwnData, or no refresh');
  await editOwnData(own, wishes, product);
  try {
    const promoted = await refresh.run(own, product);
    if (promoted && saysAdmin(promoted)) return promoted;
    throw cannot('the next token does not say what was written into the profile data');
  } finally {
    await editOwnData(own, nothing, product);
  }
}

function saysAdmin({ accessToken }: Session): boolean {
  const said = claimsOf(accessToken)?.['user_metadata'];
  return typeof said === 'object' && said !== null && 'role' in said && said.role === wishes.role;
}
