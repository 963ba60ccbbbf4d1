import type { Persona } from '../src/words';

/** Somebody who kept user A's token after she signed out. */
export const signedOut = {
  account: 'userA',
  session: 'signed-out',
  sees: [],
} satisfies Persona;
