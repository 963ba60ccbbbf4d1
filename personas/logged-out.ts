import type { Persona } from '../src/words';

/** Somebody who never signed in: what it is shown, the whole world is shown. */
export const loggedOut = {
  account: null,
  session: 'none',
  sees: [],
} satisfies Persona;
