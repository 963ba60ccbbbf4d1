import type { Persona } from '../src/words';

/** Staff of the first tenant: the only one who may see its customers and what is noted about them. */
export const admin = {
  account: 'admin',
  session: 'live',
  sees: ['admin', 'staff', 'userA', 'userB'],
} satisfies Persona;
