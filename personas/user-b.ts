import type { Persona } from '../src/words';

/** Another customer of the same tenant: the most ordinary intruder there is. */
export const userB = {
  account: 'userB',
  session: 'live',
  sees: ['userB'],
} satisfies Persona;
