import type { Persona } from '../src/words';

/** Somebody with a token of user A's that the same company signed for another of its services. */
export const otherAudience = {
  account: 'userA',
  session: 'other-audience',
  sees: [],
} satisfies Persona;
