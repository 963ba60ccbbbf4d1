import type { Persona } from '../src/words';

/** A customer. Most guarantees are about what is hers. */
export const userA = {
  account: 'userA',
  session: 'live',
  sees: ['userA'],
} satisfies Persona;
