import type { Persona } from '../src/words';

/** Nobody, who sends the key that stands in every page where a login belongs. */
export const publishableKey = {
  account: null,
  session: 'publishable-key',
  sees: [],
} satisfies Persona;
