import { sayOverlap } from '../../product/learn/share';
import { type Check, fine, type Said } from './check';
import type { Room } from './room';

/** Whether what was learned is enough to tell people apart by. */
export const learned: Check = {
  id: 'learned',
  asks: 'could it be learned whose is what?',
  run({ product, accounts }) {
    if (!product.learn) return Promise.resolve([]);
    const customers = accounts.filter((account) => account !== 'admin');
    const shared = (product.overlaps ?? []).map((overlap): Said => ({
      is: 'unknown',
      ...sayOverlap(overlap),
    }));
    return Promise.resolve([...customers.map((account) => countOf(account, product)), ...shared]);
  },
};

function countOf(about: string, { records }: Room['product']): Said {
  const own = records.filter(({ owner }) => owner === about).length;
  if (own > 0) return fine(`${about} has ${own} records of its own`);
  return {
    is: 'wrong',
    about,
    what: `nothing is shown to ${about} that is its own`,
    next: 'make it a record with a reference, an address or a note, or list one under records',
  };
}
