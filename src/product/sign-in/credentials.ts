import type { AccountName } from '../../words';
import { missingAccount } from '../accounts';
import type { Credentials, Product } from '../types';
import { notSignedIn } from './errors';

/**
 * What the environment holds for an account.
 *
 * @throws {NotSignedIn} when there is no such account, with what to add
 */
export function credentialsOf(product: Product, account: AccountName): Credentials {
  const from = product.accounts[account];
  const missing = missingAccount(product, account);
  if (from === undefined || missing !== undefined)
    throw notSignedIn(account, 'no-account', missing ?? 'there is no such account');
  return { account, from, email: valueOf(from.emailEnv), password: valueOf(from.passwordEnv) };
}

function valueOf(variable: string): string {
  return process.env[variable] ?? '';
}
