import { randomInt, randomUUID } from 'node:crypto';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * An identifier of the same looks that nothing has: the product cannot tell it from a good one before it has looked.
 * Whole numbers are made large, for small ones are mostly taken.
 */
export function absentIdLike(id: string): string {
  if (/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(id)) return randomUUID();
  if (/^\d{1,9}$/.test(id)) return String(randomInt(1_900_000_000, 2_000_000_000));
  return id
    .replaceAll(/\d/g, () => String(randomInt(10)))
    .replaceAll(/[a-z]/g, () => letters.charAt(randomInt(26)))
    .replaceAll(/[A-Z]/g, () => letters.charAt(randomInt(26)).toUpperCase());
}
