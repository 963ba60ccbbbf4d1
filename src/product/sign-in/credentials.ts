import type { AccountName } from '../../words';
import { configError, configFile } from '../config-error';
import { oneOf } from '../nearest';
import type { Credentials, Product } from '../types';

/**
 * What the environment holds for an account.
 *
 * @throws {ConfigError} when the account is not in the config, or a variable is not set
 */
export function credentialsOf(product: Product, account: AccountName): Credentials {
  const from = product.accounts[account];
  if (from === undefined) {
    throw configError(configFile(), [
      {
        at: 'accounts',
        seen: `"${account}" is not known`,
        next: oneOf(account, Object.keys(product.accounts)),
      },
    ]);
  }
  return { account, from, email: valueOf(from.emailEnv), password: valueOf(from.passwordEnv) };
}

function valueOf(variable: string): string {
  const value = process.env[variable];
  if (value) return value;
  throw configError('.env', [{ at: variable, seen: 'is not set', next: 'add it to .env' }]);
}
