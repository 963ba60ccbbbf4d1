import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { forgeriesOf, rewritten, withPublicKey } from './forgeries';

const key = new Uint8Array(32).fill(7);

function signed(claims: object, subject: string): Promise<string> {
  return new SignJWT({ ...claims, email: `${subject}@sail.example` })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(subject)
    .setExpirationTime('1h')
    .sign(key);
}

const good = await signed({ app_metadata: { tenant_id: 'one', role: 'customer' } }, 'a');

test('no forgery passes a check, and each goes on naming the same person', async () => {
  const forgeries = forgeriesOf(good);
  expect(new Set(forgeries.map(({ token }) => token)).size).toBe(forgeries.length);
  for (const { token, how } of forgeries) {
    await expect(jwtVerify(token, key), how).rejects.toThrow();
    expect(decodeJwt(token).sub, how).toBe('a');
  }
  await expect(jwtVerify(good, key)).resolves.toBeDefined();
});

test('a token signed with a documented secret is good for who still has that secret', async () => {
  const first = forgeriesOf(good).find(({ how }) => how.includes('documentation'));
  const secret = new TextEncoder().encode('super-secret-jwt-token-with-at-least-32-characters-long');
  await expect(jwtVerify(first?.token ?? '', secret)).resolves.toMatchObject({ payload: { sub: 'a' } });
});

test('who rewrites its own token takes over ids and tenants of the other, and nothing that is told of a person', async () => {
  const own = await signed({ app_metadata: { tenant_id: 'two', role: 'customer' }, org_id: 'x' }, 'b');
  const [asOwner, asServer] = rewritten(own, { userId: 'a', token: good }).map(({ token }) =>
    decodeJwt(token),
  );
  expect(asOwner).toMatchObject({ sub: 'a', app_metadata: { tenant_id: 'one', role: 'customer' } });
  expect(asOwner?.['email']).toBe('b@sail.example');
  expect(asServer).toMatchObject({ role: 'service_role', app_metadata: { tenant_id: 'one', role: 'admin' } });
  expect(rewritten('opaque', { userId: 'a', token: good })).toEqual([]);
});

test.each(['ec', 'rsa'] as const)(
  'an %s key is taken for a secret in the forms in which files hold it',
  async (make) => {
    const publicKey: KeyObject =
      make === 'ec'
        ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey
        : generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    const forgeries = withPublicKey(good, { ...publicKey.export({ format: 'jwk' }), kid: 'k1' });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const [first] = forgeries;
    await expect(jwtVerify(first?.token ?? '', new TextEncoder().encode(pem))).resolves.toBeDefined();
    expect(forgeries.map(({ token }) => decodeProtectedHeader(token).kid)).toEqual(
      Array.from({ length: make === 'rsa' ? 4 : 3 }, () => 'k1'),
    );
  },
);

test('a symmetric key that was published by mistake is no public key', () => {
  expect(withPublicKey(good, { kty: 'oct', k: 'c2VjcmV0' })).toEqual([]);
});
