import type { Persona } from '../src/words';

/** The same person as user A, whose session ran out while the page still believes in it. Not even her own may be shown. */
export const expiredSession = {
  account: 'userA',
  session: 'expired',
  sees: [],
} satisfies Persona;
