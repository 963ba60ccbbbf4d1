import { createHash } from 'node:crypto';

/**
 * An id that is the same in every run as long as the names are the same.
 * @param names of guarantees, personas, kinds, ...: never values
 * @returns 16 hex digits
 */
export function stableId(...names: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 16);
}
