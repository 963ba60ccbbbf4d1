import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);
const keyLength = 32;

/** `scrypt$salt$key`, both base64url, with node's default cost. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, keyLength);
  return ['scrypt', salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether the password is the one that was hashed; false, too, for a hash of another make. */
export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const [make, salt, key] = hash.split('$');
  if (make !== 'scrypt' || salt === undefined || key === undefined) return false;
  const expected = Buffer.from(key, 'base64url');
  return timingSafeEqual(expected, await derive(password, Buffer.from(salt, 'base64url'), expected.length));
}
