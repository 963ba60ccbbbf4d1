import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { defineProduct } from '../define';
import { listen } from '../listen';
import { forgedSession } from '../sessions/forged';
import { liveSession } from '../sessions/live';
import type { Product, SignInRecipe } from '../types';
import { byApi } from './by-api';
import { firebase } from './firebase';
import { outseta } from './outseta';
import { xano } from './xano';

const jwt = ['{"alg":"RS256"}', '{"sub":"id-of-a","exp":4102444800}', 'signature-of-it']
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');
const opaque = 'eyJhbGciOiJBMjU2S1ciLCJlbmMiOiJBMjU2Q0JDLUhTNTEyIn0.bRq2_not-to-be-read.0a1b2c';

interface Asked {
  readonly path: string;
  readonly body: string;
}

/** Each service in the shapes of its answers, behind one server. */
let asked: Asked[] = [];
let refusal = 0;
const server = createServer((request, response) => {
  void (async () => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const path = request.url ?? '';
    const reply = (status: number, json: unknown) => response.writeHead(status).end(JSON.stringify(json));
    if (request.method === 'GET') {
      const isGood = [`Bearer ${jwt}`, `Bearer ${opaque}`].includes(request.headers.authorization ?? '');
      return reply(isGood ? 200 : 401, { code: 'ERROR_CODE_UNAUTHORIZED' });
    }
    asked.push({ path, body });
    if (refusal > 0) return reply(refusal, { error: { message: 'INVALID_LOGIN_CREDENTIALS' } });
    if (path.includes('accounts:signInWithPassword'))
      return reply(200, {
        kind: 'identitytoolkit#VerifyPasswordResponse',
        localId: 'id-of-a',
        email: 'a@trips.example',
        idToken: jwt,
        refreshToken: 'r1',
        expiresIn: '3600',
      });
    if (path.endsWith('/api/v1/tokens'))
      return reply(200, { access_token: jwt, expires_in: 86400, token_type: 'bearer' });
    return reply(200, { authToken: opaque });
  })();
});

let site = '';
beforeAll(async () => {
  site = await listen(server);
  process.env['TEST_WEB_KEY'] = 'AIza-test';
  process.env['TEST_API_EMAIL'] = 'a@trips.example';
  process.env['TEST_API_PASSWORD'] = 'right-horse';
});
beforeEach(() => {
  asked = [];
  refusal = 0;
});
afterAll(() => void server.close());

function attached(signIn: SignInRecipe): Product {
  return defineProduct({
    name: 'Trips',
    site,
    pages: { public: ['/'], signIn: '/sign-in' },
    signIn,
    accounts: { userA: { emailEnv: 'TEST_API_EMAIL', passwordEnv: 'TEST_API_PASSWORD' } },
    chat: { pages: ['/'], ask: {} },
  });
}

test('Xano: the token is opaque, kept where the page looks, and forged there', async () => {
  const product = attached(xano({ api: `${site}/api:abc/` }));
  const session = await liveSession(product, 'userA');
  expect(asked).toEqual([
    {
      path: '/api:abc/auth/login',
      body: JSON.stringify({ email: 'a@trips.example', password: 'right-horse' }),
    },
  ]);
  expect(session.accessToken).toBe(opaque);
  const kept = (own: typeof session) => product.signIn.storage(own, site).origins;
  expect(kept(session)).toEqual([{ origin: site, localStorage: [{ name: 'authToken', value: opaque }] }]);
  const forged = forgedSession(session);
  expect(kept(forged)[0]?.localStorage[0]?.value).toBe(forged.accessToken);
  expect(product.signIn.headers(forged)).toEqual({ authorization: `Bearer ${forged.accessToken}` });
});

test('Outseta: a JWT, in localStorage or in a cookie', async () => {
  const product = attached(outseta({ origin: site }));
  const session = await liveSession(product, 'userA');
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ username: 'a@trips.example', password: 'right-horse' });
  expect(session.userId).toBe('id-of-a');
  const name = 'Outseta.nocode.accessToken';
  expect(product.signIn.storage(session, site).origins[0]?.localStorage).toEqual([{ name, value: jwt }]);
  const inCookie = outseta({ origin: site, tokenStorage: 'cookie' }).storage(session, site);
  expect(inCookie).toMatchObject({ origins: [], cookies: [{ name, value: jwt, domain: '127.0.0.1' }] });
});

test('Firebase: the user as its own library would have kept it', async () => {
  const recipe = firebase({ keyEnv: 'TEST_WEB_KEY', alive: { path: '/me' }, identity: `${site}/identity` });
  const product = attached(recipe);
  const session = await liveSession(product, 'userA');
  expect(asked[0]?.path).toBe('/identity/v1/accounts:signInWithPassword?key=AIza-test');
  expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({ returnSecureToken: true });
  expect(session).toMatchObject({ userId: 'id-of-a', refreshToken: 'r1' });
  const [item] = recipe.storage(session, site).origins[0]?.localStorage ?? [];
  expect(item?.name).toBe('firebase:authUser:AIza-test:[DEFAULT]');
  expect(JSON.parse(item?.value ?? '')).toMatchObject({
    uid: 'id-of-a',
    email: 'a@trips.example',
    stsTokenManager: { accessToken: jwt, refreshToken: 'r1', expirationTime: 4_102_444_800_000 },
  });
});

test.each([
  [400, 'wrong-credentials'],
  [403, 'wrong-credentials'],
  [429, 'throttled'],
  [502, 'unexpected-answer'],
])('a sign-in that answers %i is told by the names of the variables alone', async (status, fault) => {
  refusal = status;
  const attempt = liveSession(attached(outseta({ origin: site })), 'userA');
  await expect(attempt).rejects.toMatchObject({ fault });
  await expect(attempt).rejects.not.toThrow(/right-horse|trips\.example|INVALID/);
});

test('what answers 200 without a token is no session', async () => {
  const elsewhere = byApi({
    ask: (credentials) => ({ url: '/sign-in', body: credentials }),
    read: () => undefined,
    keep: () => ({}),
    alive: { path: '/me' },
  });
  await expect(liveSession(attached(elsewhere), 'userA')).rejects.toThrow(/without a token in it/);
});
