import * as fc from 'fast-check';
import { decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { forgedSession, withAlgNone, withClaims, withOtherMiddle, withWrongSignature } from './forged';

const key = new Uint8Array(32).fill(7);

function signed(subject: string): Promise<string> {
  const token = new SignJWT({ role: 'authenticated' }).setProtectedHeader({ alg: 'HS256', typ: 'JWT' });
  return token.setSubject(subject).setExpirationTime('1h').sign(key);
}

test('a forged signature is really invalid, whatever the token, and the claims stay', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1 }), async (subject) => {
      const token = await signed(subject);
      const forged = withWrongSignature(token);
      expect(forged).not.toBe(token);
      expect(decodeJwt(forged)).toEqual(decodeJwt(token));
      await expect(jwtVerify(token, key)).resolves.toBeDefined();
      await expect(jwtVerify(forged, key)).rejects.toMatchObject({
        code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
      });
    }),
    { numRuns: 50 },
  );
});

test('four tokens without a signature, and one with other claims under the old one', async () => {
  const token = await signed('a');
  const none = withAlgNone(token);
  expect(none.map((one) => decodeProtectedHeader(one).alg)).toEqual(['none', 'None', 'NONE', 'nOnE']);
  expect(none.every((one) => one.endsWith('.') && decodeJwt(one).sub === 'a')).toBe(true);
  const admin = withClaims(token, { role: 'admin' });
  expect(decodeJwt(admin)).toMatchObject({ sub: 'a', role: 'admin' });
  await expect(jwtVerify(admin, key)).rejects.toThrow(/signature/);
});

test('a forged session keeps no way to a good one', async () => {
  const session = {
    account: 'userA',
    userId: 'a',
    accessToken: await signed('a'),
    refreshToken: 'good',
    raw: {},
  };
  const forged = forgedSession(session);
  expect(forged.refreshToken).not.toBe('good');
  expect(forged.accessToken).not.toBe(session.accessToken);
  expect(() => forgedSession({ account: 'userA', raw: {} })).toThrow(/neither a token nor a cookie/);
});

test('of opaque tokens and cookies, one character in the middle is another of the same kind', () => {
  const session = { account: 'userA', raw: {}, cookies: { sid: 's%3A0123abcd.99ffee88' } };
  expect(forgedSession({ ...session, accessToken: 'opaque' }).accessToken).toMatch(/^opa[a-z]ue$/);
  expect(forgedSession(session).cookies?.['sid']).toMatch(/^s%3A0123abcd\.99ff[a-f]e88$/);
  fc.assert(
    fc.property(fc.string({ minLength: 1 }).map(encodeURIComponent), (value) => {
      expect(withOtherMiddle(value)).not.toBe(value);
      expect(() => decodeURIComponent(withOtherMiddle(value))).not.toThrow();
    }),
  );
});
