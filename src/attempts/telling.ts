import type { Oracle } from '../oracle/oracle';
import type { Exhibit } from '../words';

/**
 * Those exhibits of an answer that anything can come of: most hold no value of anybody's, which is the same whoever is
 * answered, and is found out once for equal bodies. Whose eyes look, and what they have said, counts for the rest. What
 * is shown in parts (several exhibits of one channel) may only tell something together.
 */
export function tellingOf(oracle: Oracle, exhibits: readonly Exhibit[]): readonly Exhibit[] {
  const channels = new Set(exhibits.map(({ channel }) => channel));
  return channels.size < exhibits.length ? exhibits : exhibits.filter(oracle.tells);
}
