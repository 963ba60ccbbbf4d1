import type { Product } from '../../product/types';
import type { AccountName } from '../../words';
import { type Check, fine, type Said } from './check';
import type { Room } from './room';

/** Domains that nobody has a mailbox at (RFC 2606, RFC 6761). */
const reserved = /@(?:[\w-]+\.)*(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$/i;

/** How people mark an address that is there for testing. */
const marked =
  /(?:^|[._+@-])(?:test(?:er|ing|user)?|qa|e2e|demo|staging|sandbox|dummy|fake|bot|trespass|user[-._]?[a-z\d])\d*(?=[._+@-]|$)/i;

/** Whether the accounts are made for this: a customer's account is nobody's to play. */
export const testAccounts: Check = {
  id: 'test-accounts',
  asks: 'are the accounts made for tests?',
  run(room) {
    if (room.product.demo) return Promise.resolve([fine('the people of the demo are made up')]);
    if (isHere(room.product.site)) return Promise.resolve([fine('the site is on this machine')]);
    const real = room.accounts.filter((account) => !looksMade(account, room.product));
    if (real.length > 0) return Promise.resolve(real.map(complain));
    return Promise.resolve(room.accounts.length === 0 ? [] : [fine(allMade(room))]);
  },
};

/** What only this machine can reach has no customers. */
function isHere(site: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(site).hostname);
}

function allMade({ accounts }: Room): string {
  return `the addresses of ${accounts.join(', ')} say that they are for tests`;
}

function complain(about: AccountName): Said {
  return {
    is: 'unknown',
    about,
    what: `the address of ${about} could be a customer's`,
    next: `use one that says what it is for, such as you+test-${about.toLowerCase()}@your-company; if it is made for tests all the same, waive "test-accounts"`,
  };
}

/** @param account one that has its variables set */
export function looksMade(
  account: AccountName,
  { accounts }: Pick<Product, 'accounts'>,
  env: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  const address = env[accounts[account]?.emailEnv ?? ''] ?? '';
  return reserved.test(address) || marked.test(address);
}
