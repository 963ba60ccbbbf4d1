import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { defineProduct } from '../define';
import { listen } from '../listen';
import { forgedSession } from '../sessions/forged';
import { liveSession } from '../sessions/live';
import type { Product } from '../types';
import { supabase, supabaseStorageKey } from './supabase';

const token = ['{"alg":"HS256"}', '{"sub":"id-of-a"}', 'signature']
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');

const environment = {
  TEST_ANON_KEY: 'anon',
  TEST_A_EMAIL: 'a@trips.example',
  TEST_A_PASSWORD: 'right-horse',
};

const stored = z.looseObject({ access_token: z.string(), expires_at: z.number() });

let product: Product;
let alive = 200;
const server = createServer((request, response) => {
  void (async () => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const reply = (status: number, json: unknown) => response.writeHead(status).end(JSON.stringify(json));
    if (request.headers['apikey'] !== 'anon') return reply(401, { message: 'Invalid API key' });
    if (request.url === '/auth/v1/user')
      return reply(request.headers.authorization === `Bearer ${token}` ? alive : 401, {});
    if (JSON.parse(body).password !== 'right-horse')
      return reply(400, { error_code: 'invalid_credentials', msg: 'no' });
    return reply(200, { access_token: token, refresh_token: 'r1', expires_at: 1, user: { id: 'id-of-a' } });
  })();
});

beforeAll(async () => {
  Object.assign(process.env, environment);
  product = defineProduct(
    {
      name: 'Trips',
      site: await listen(server),
      pages: { public: ['/'], signIn: '/sign-in' },
      signIn: supabase({ keyEnv: 'TEST_ANON_KEY' }),
      accounts: { userA: { emailEnv: 'TEST_A_EMAIL', passwordEnv: 'TEST_A_PASSWORD' } },
      chat: { pages: ['/'], ask: {} },
    },
    { ...environment },
  );
});

afterAll(() => void server.close());

test.for([
  ['http://127.0.0.1:4000', 'sb-127-auth-token'],
  ['https://abcdefgh.supabase.co', 'sb-abcdefgh-auth-token'],
  ['http://localhost:54321', 'sb-localhost-auth-token'],
])('the storage key of %s is %s', ([origin = '', key]) => expect(supabaseStorageKey(origin)).toBe(key));

test('signs in, proves it, and writes what the page expects; a forged session is stored forged', async () => {
  const session = await liveSession(product, 'userA');
  expect(session).toMatchObject({ userId: 'id-of-a', accessToken: token, refreshToken: 'r1' });
  expect(product.signIn.headers(session)).toEqual({ apikey: 'anon', authorization: `Bearer ${token}` });
  expect(product.signIn.headers(null)).toEqual({ apikey: 'anon' });
  const kept = (own: typeof session, believesAlive = false) => {
    const [origin] = product.signIn.storage(own, product.site, { believesAlive }).origins;
    expect(origin?.origin).toBe(product.site);
    return stored.parse(JSON.parse(origin?.localStorage[0]?.value ?? ''));
  };
  expect(kept(session)).toEqual(session.raw);
  expect(kept(session, true).expires_at).toBeGreaterThan(Date.now() / 1000 + 600);
  expect(kept(forgedSession(session)).access_token).toBe(forgedSession(session).accessToken);
});

test('a wrong password names its variable and not its value', async () => {
  process.env['TEST_A_PASSWORD'] = 'wrong-horse';
  const attempt = liveSession(product, 'userA');
  await expect(attempt).rejects.toThrow(
    /userA is not signed in: .*400.*check TEST_A_EMAIL and TEST_A_PASSWORD/,
  );
  await expect(attempt).rejects.not.toThrow(/wrong-horse|trips\.example/);
  await expect(attempt).rejects.toMatchObject({ fault: 'wrong-credentials' });
  process.env['TEST_A_PASSWORD'] = 'right-horse';
});

test('a session that does not work is not a session', async () => {
  alive = 403;
  await expect(liveSession(product, 'userA')).rejects.toMatchObject({
    name: 'NotSignedIn',
    fault: 'not-alive',
  });
  alive = 200;
});
