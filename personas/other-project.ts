import type { Persona } from '../src/words';

/** Somebody with a token of user A's from another installation of the product, which signs with the same key. */
export const otherProject = {
  account: 'userA',
  session: 'other-project',
  sees: [],
} satisfies Persona;
