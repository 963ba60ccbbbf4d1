import type { AccountName } from '../words';
import type { Problem } from './config-error';
import { features } from './features';
import type { Product } from './types';

type Accounts = Pick<Product, 'accounts'>;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What to add for an account that nobody can sign in with; `undefined` when there is nothing to add. Without it the
 * guarantees about it are unknown, which is no mistake of the config: a product may be attached account by account.
 */
export function missingAccount(
  { accounts }: Accounts,
  account: AccountName,
  env: Environment = process.env,
): string | undefined {
  const names = accounts[account];
  const declare = features.some((feature) => feature === account)
    ? `; where the product has none, say so: without: { ${account}: 'why' }`
    : '';
  if (names === undefined) {
    const variable = constantOf(account);
    const entry = `${account}: { emailEnv: '${variable}_EMAIL', passwordEnv: '${variable}_PASSWORD' }`;
    return `there is no account ${account} → add to accounts: ${entry}, and the two variables to .env${declare}`;
  }
  const { emailEnv, passwordEnv } = names;
  if (env[emailEnv] || env[passwordEnv]) return undefined;
  return `the account ${account} has no credentials → add ${emailEnv} and ${passwordEnv} to .env${declare}`;
}

/** An account of which only half is set is a slip of the pen. */
export function halfSetAccounts({ accounts }: Accounts, env: Environment): Problem[] {
  return Object.entries(accounts).flatMap(([account, { emailEnv, passwordEnv }]) => {
    if (!env[emailEnv] === !env[passwordEnv]) return [];
    const [at, name] = env[emailEnv] ? ['passwordEnv', passwordEnv] : ['emailEnv', emailEnv];
    return [{ at: `accounts.${account}.${at}`, seen: `${name} is not set`, next: 'add it to .env' }];
  });
}

/** `wrongTenant` as a variable is called: `WRONG_TENANT`. */
function constantOf(account: AccountName): string {
  return account
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z\d]+/g, '_')
    .toUpperCase();
}
