import type { Persona } from '../src/words';

/** Somebody who carries user A's token with a signature that nobody made. */
export const forgedToken = {
  account: 'userA',
  session: 'forged',
  sees: [],
} satisfies Persona;
