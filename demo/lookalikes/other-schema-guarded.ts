import type { Lookalike } from '../fault';

/** Served under a name that nobody told, and all the same with the rules of the tables behind it. */
export const otherSchemaGuarded: Lookalike = {
  id: 'other-schema-guarded',
  resembles: 'broad-policy',
  sentence: 'Views of a second schema show who asks what the row rules let it see.',
  change: (parts) => ({
    ...parts,
    rows: { ...parts.rows, otherSchema: (name, claims) => (name === 'internal' ? claims : null) },
  }),
  caughtBy: [],
  verdict: 'held',
};
