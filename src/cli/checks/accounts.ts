import { missingAccount } from '../../product/accounts';
import type { Product } from '../../product/types';
import type { AccountName } from '../../words';
import { type Check, fine, type Said } from './check';
import type { Room } from './room';

/** Whom the personas play. */
const played: readonly AccountName[] = ['userA', 'userB', 'wrongTenant', 'admin'];

/** Whether each account signs in, proven by an answer of the API. */
export const accounts: Check = {
  id: 'accounts',
  asks: 'does everybody sign in?',
  async run(room) {
    const names = [...new Set([...played, ...Object.keys(room.product.accounts)])];
    const expected = names.filter((name) => !isDeclaredAway(name, room.product));
    return Promise.all(expected.map((name) => signIn(name, room)));
  },
};

async function signIn(about: AccountName, room: Room): Promise<Said> {
  const missing = missingAccount(room.product, about);
  if (missing !== undefined) {
    const [what = missing, next] = missing.split(' → ');
    return {
      is: 'unknown',
      about,
      what: `${what}: its guarantees stay unknown`,
      ...(next !== undefined && { next }),
    };
  }
  try {
    await room.as(about);
    return fine(`${about} signs in`);
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    const [what = told, next] = told.replace(/^unknown: .*? cannot visit: /, '').split(' → ');
    return { is: 'wrong', about, what, ...(next !== undefined && { next }) };
  }
}

function isDeclaredAway(name: AccountName, { without }: Product): boolean {
  return Object.keys(without).includes(name);
}
