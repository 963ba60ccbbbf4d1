import type { Persona } from '../src/words';

/** User B on a telephone: another viewport, touch, another user agent, often other markup. */
export const mobile = {
  account: 'userB',
  session: 'live',
  sees: ['userB'],
  device: 'Pixel 7',
} satisfies Persona;
