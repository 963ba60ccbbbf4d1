import type { Persona } from '../src/words';

/** User B, having written that it is an admin where everybody may edit his own profile data. */
export const selfPromoted = {
  account: 'userB',
  session: 'promoted',
  sees: ['userB'],
} satisfies Persona;
