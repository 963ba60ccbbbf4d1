import type { Persona } from '../src/words';

/** A customer of another company on the same platform: same role, other tenant. */
export const wrongTenant = {
  account: 'wrongTenant',
  session: 'live',
  sees: ['wrongTenant'],
} satisfies Persona;
