import { SignJWT, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { anonKey, serviceKey, signingKey } from './keys';
import { hashPassword, passwordMatches } from './password';
import { soundAuth } from './parts';
import { accessTokenLife, leeway, signAccessToken } from './token';
import { readUnsigned, saysUnsigned } from './unsigned';

const now = Math.floor(Date.now() / 1000);
const subject = {
  id: 'a10472b1-233c-4e1e-86cd-1ee9cf7daca8',
  email: 'someone@lantern-plover.eu',
  sessionId: '82d00d92-da63-4649-9078-c0cafdeeb4eb',
  appMetadata: { tenant_id: 'e9a2b806-f9bd-4730-be16-1147839f9acc', role: 'customer' },
  userMetadata: { role: 'admin' },
};
const good = await signAccessToken(subject, now);

/** Changes a sign in the middle of one of the three parts. */
function spoiled(token: string, part: 0 | 1 | 2): string {
  const parts = token.split('.');
  const text = parts[part] ?? '';
  const middle = Math.floor(text.length / 2);
  parts[part] = `${text.slice(0, middle)}${text.charAt(middle) === 'A' ? 'B' : 'A'}${text.slice(middle + 1)}`;
  return parts.join('.');
}

function unsigned(token: string): string {
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
  return `${header}.${token.split('.')[1] ?? ''}.`;
}

async function signedWith(key: string): Promise<string> {
  const secret = new TextEncoder().encode(key);
  return new SignJWT({ role: 'service_role' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(secret);
}

test('a token of our own is read with all its claims', async () => {
  const read = await soundAuth.readToken(good);
  expect(read).toMatchObject({
    is: 'good',
    claims: {
      aud: 'authenticated',
      role: 'authenticated',
      sub: subject.id,
      email: subject.email,
      session_id: subject.sessionId,
      app_metadata: subject.appMetadata,
      user_metadata: subject.userMetadata,
      exp: now + accessTokenLife,
    },
  });
});

test.each([
  ['within the leeway', now - accessTokenLife - leeway + 5, 'good'],
  ['past the leeway', now - accessTokenLife - leeway - 5, 'dead'],
])('a token that ran out %s is %3$s', async (_when, issuedAt, is) => {
  expect((await soundAuth.readToken(await signAccessToken(subject, issuedAt))).is).toBe(is);
});

test.each([
  ['a changed header', () => spoiled(good, 0)],
  ['changed claims', () => spoiled(good, 1)],
  ['a changed signature', () => spoiled(good, 2)],
  ['no signature', () => unsigned(good)],
  ['another key', () => signedWith('some other secret of another product')],
  ['another issuer', () => signAccessToken(subject, now, { issuer: 'staging' })],
  ['another audience', () => signAccessToken(subject, now, { audience: 'newsletter' })],
  ['no shape at all', () => 'nonsense'],
  ['nothing in it', () => ''],
])('a token with %s is dead', async (_what, make) => {
  expect((await soundAuth.readToken(await make())).is).toBe('dead');
});

test('the project’s keys are tokens of their role, without audience', async () => {
  for (const [key, role] of [
    [anonKey, 'anon'],
    [serviceKey, 'service_role'],
  ] as const) {
    expect(await soundAuth.readToken(key)).toMatchObject({ is: 'good', claims: { role } });
    expect((await jwtVerify(key, signingKey)).payload.aud).toBeUndefined();
  }
});

test('the role on which the server decides is the server’s own', () => {
  const request = new Request('http://127.0.0.1/api/admin/customers?role=admin', {
    headers: { 'x-role': 'admin' },
  });
  const claims = {
    role: 'authenticated',
    app_metadata: { role: 'customer' },
    user_metadata: { role: 'admin' },
  };
  expect(soundAuth.roleOf(claims, request)).toBe('customer');
  expect(soundAuth.roleOf({ ...claims, app_metadata: { role: 'admin' } }, request)).toBe('admin');
});

test.each([
  [{ spent: false, sessionRevoked: false }, true],
  [{ spent: true, sessionRevoked: false }, false],
  [{ spent: false, sessionRevoked: true }, false],
])('refresh token %o serves: %s', (state, serves) => {
  expect(soundAuth.refreshServes(state)).toBe(serves);
});

test('a session that is unknown or signed out serves nobody', () => {
  expect(soundAuth.sessionServes(null)).toBe(false);
  expect(soundAuth.sessionServes({ revoked: true })).toBe(false);
  expect(soundAuth.sessionServes({ revoked: false })).toBe(true);
});

test('the careless readers believe what the sound one does not, and only that', async () => {
  expect(saysUnsigned(unsigned(good))).toBe(true);
  expect(saysUnsigned(good)).toBe(false);
  expect(readUnsigned(spoiled(good, 2)).is).toBe('good');
  expect(readUnsigned(await signAccessToken(subject, now - accessTokenLife - 100)).is).toBe('dead');
});

test('a password matches its own hash and no other', async () => {
  const hash = await hashPassword('correct horse');
  expect(hash).not.toContain('horse');
  expect(await passwordMatches('correct horse', hash)).toBe(true);
  expect(await passwordMatches('correct hors', hash)).toBe(false);
  expect(await passwordMatches('correct horse', 'bcrypt$a$b')).toBe(false);
  expect(hash).not.toBe(await hashPassword('correct horse'));
});
