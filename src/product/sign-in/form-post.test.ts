import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defineProduct } from '../define';
import { listen } from '../listen';
import { forgedSession } from '../sessions/forged';
import { liveSession } from '../sessions/live';
import { signedOutSession } from '../sessions/signed-out';
import type { Product } from '../types';
import { formPost } from './form-post';

const environment = { TEST_FORM_EMAIL: 'a@trips.example', TEST_FORM_PASSWORD: 'right-horse' };

/** Sessions of a server as frameworks make it: another one after signing in, and a token in each form. */
const sessions = new Map<string, { csrf: string; user?: string }>();

const form = (csrf: string) =>
  `<form method="post"><input type="hidden" name="_csrf" value="${csrf}"><input type="password"></form>`;

function newSession(user?: string) {
  const id = randomUUID();
  const session = { csrf: randomUUID(), ...(user && { user }) };
  sessions.set(id, session);
  return { ...session, setCookie: `sid=${id}; Path=/; HttpOnly; SameSite=Lax` };
}

const server = createServer((request, response) => {
  void (async () => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const id = /sid=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const session = sessions.get(id);
    const reply = (status: number, text: string, headers = {}) =>
      response.writeHead(status, headers).end(text);
    if (request.method === 'GET' && request.url === '/sign-in') {
      const fresh = newSession();
      return reply(200, form(fresh.csrf), { 'set-cookie': fresh.setCookie });
    }
    if (request.method === 'GET')
      return session?.user
        ? reply(200, `<meta name="csrf-token" content="${session.csrf}"><main data-user="7">`)
        : reply(302, '', { location: '/sign-in' });
    const sent = new URLSearchParams(body);
    if (!session || ![sent.get('_csrf'), request.headers['x-csrf-token']].includes(session.csrf))
      return reply(403, 'no token');
    sessions.delete(id);
    if (request.url === '/sign-out') return reply(303, '', { location: '/' });
    if (sent.get('password') !== 'right-horse') return reply(200, form(session.csrf));
    return reply(303, '', { location: '/me', 'set-cookie': newSession('a').setCookie });
  })();
});

let product: Product;

beforeAll(async () => {
  Object.assign(process.env, environment);
  product = defineProduct({
    name: 'Trips',
    site: await listen(server),
    pages: { public: ['/'], signIn: '/sign-in' },
    signIn: formPost({
      page: '/sign-in',
      sessionCookies: ['sid'],
      csrf: { header: 'x-csrf-token', page: '/me' },
      alive: { path: '/me' },
      userId: /data-user="(?<id>\d+)"/,
      signOut: { path: '/sign-out' },
    }),
    accounts: { userA: { emailEnv: 'TEST_FORM_EMAIL', passwordEnv: 'TEST_FORM_PASSWORD' } },
    chat: { pages: ['/'], ask: {} },
  });
});

afterAll(() => void server.close());

test('a form with a token signs in, and the cookie that came of it carries the session', async () => {
  const session = await liveSession(product, 'userA');
  expect(session).toMatchObject({ account: 'userA', userId: '7' });
  expect(session.accessToken).toBeUndefined();
  const id = session.cookies?.['sid'] ?? '';
  const headers = product.signIn.headers(session);
  expect(headers).toEqual({ cookie: `sid=${id}`, 'x-csrf-token': sessions.get(id)?.csrf });
  expect(product.signIn.headers(null)).toEqual({});
  expect(product.signIn.storage(session, product.site)).toMatchObject({
    cookies: [{ name: 'sid', value: id, domain: '127.0.0.1', httpOnly: true, secure: false }],
  });
});

test('a forged session carries another cookie, and no more', async () => {
  const session = await liveSession(product, 'userA');
  const { cookie, ...other } = product.signIn.headers(forgedSession(session));
  const { cookie: good, ...others } = product.signIn.headers(session);
  expect(cookie).not.toBe(good);
  expect(cookie).toHaveLength(good?.length ?? 0);
  expect(other).toEqual(others);
});

test('signing out ends it at the server', async () => {
  const session = await liveSession(product, 'userA');
  await signedOutSession(product, session);
  expect(sessions.has(session.cookies?.['sid'] ?? '')).toBe(false);
  await expect(signedOutSession(product, session)).rejects.toThrow(/signing out answered 403/);
});

test('a wrong password is told by the names of the variables, and holds none of them', async () => {
  process.env['TEST_FORM_PASSWORD'] = 'wrong-horse';
  const refusal = liveSession(product, 'userA');
  await expect(refusal).rejects.toThrow(/wrong e-mail address or password → check TEST_FORM_EMAIL/);
  await expect(refusal).rejects.not.toThrow(/wrong-horse/);
  process.env['TEST_FORM_PASSWORD'] = environment.TEST_FORM_PASSWORD;
});
