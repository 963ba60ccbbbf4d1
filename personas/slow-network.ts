import type { Persona } from '../src/words';

/** User B on a bad line, where loading states last long enough to show what was there before. */
export const slowNetwork = {
  account: 'userB',
  session: 'live',
  sees: ['userB'],
  network: 'slow',
} satisfies Persona;
