import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defineProduct } from '../define';
import { userNamedBy } from '../jwt';
import { listen } from '../listen';
import { forgedSession } from '../sessions/forged';
import { liveSession } from '../sessions/live';
import type { Product, SignInRecipe } from '../types';
import { byPage, inLocalStorage } from './by-page';
import { memberstack } from './memberstack';

const token = ['{"alg":"RS256"}', '{"id":"mem_a"}', 'signature-of-it']
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');

/** Webflow with Memberstack's attributes; beside the form a decoy of the footer. */
const webflow = `<form class="w-form" data-ms-form="login">
  <input type="email" data-ms-member="email"><input type="password" data-ms-member="password">
  <input type="submit" value="Sign in"></form>
<form class="w-form"><input type="email" name="newsletter"><button type="submit">Continue</button></form>
<script>document.querySelector('[data-ms-form]').addEventListener('submit', (event) => {
  event.preventDefault();
  const [email, password] = event.target.querySelectorAll('input');
  if (email.value !== 'a@trips.example' || password.value !== 'right-horse') return;
  localStorage.setItem('_ms-mid', '${token}');
  localStorage.setItem('_ms-mem', JSON.stringify({ id: 'mem_a' }));
});</script>`;

/** Framer: no form, a div for a button, the password only after the address, drawn late; the server sets a cookie. */
const framer = `<div id="main"></div><script>setTimeout(() => {
  const main = document.getElementById('main');
  main.innerHTML = '<input placeholder="Your email"><div tabindex="0">Continue</div>';
  const email = main.firstChild;
  main.lastChild.addEventListener('click', () => {
    if (!main.querySelector('[type=password]')) {
      main.insertAdjacentHTML('afterbegin', '<input type="password">');
      return;
    }
    const password = main.querySelector('[type=password]').value;
    fetch('/session', { method: 'POST', body: email.value + ' ' + password }).then(({ ok }) => {
      if (ok) location.href = '/';
    });
  });
}, 300)</script>`;

/** Says the same, whatever was answered. */
const posting = (
  path: string,
) => `<form><input type="email"><input type="password"><button>Log in</button></form>
<script>document.forms[0].addEventListener('submit', async (event) => {
  event.preventDefault();
  await fetch('${path}', { method: 'POST' });
  document.body.append('That did not work.');
})</script>`;

const server = createServer((request, response) => {
  void (async () => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { url, headers } = request;
    const { cookie = '', authorization } = headers;
    const isIn = cookie.includes('sid=session-of-a-77') || authorization === `Bearer ${token}`;
    response.setHeader('content-type', 'text/html');
    if (url === '/me') return response.writeHead(isIn ? 200 : 401).end('{}');
    if (url === '/broken' || url === '/busy') {
      if (request.method === 'POST') return response.writeHead(url === '/busy' ? 429 : 503).end();
      return response.end(posting(url));
    }
    if (url === '/session') {
      const isRight = body === 'a@trips.example right-horse';
      const set = { 'set-cookie': 'sid=session-of-a-77; Path=/; HttpOnly' };
      return response.writeHead(isRight ? 200 : 401, isRight ? set : {}).end();
    }
    return response.end(url === '/webflow' ? webflow : url === '/framer' ? framer : '<h1>Home</h1>');
  })();
});

let site = '';
beforeAll(async () => {
  site = await listen(server);
  process.env['TEST_PAGE_EMAIL'] = 'a@trips.example';
  process.env['TEST_PAGE_PASSWORD'] = 'right-horse';
});
afterAll(() => void server.close());

function attached(signIn: SignInRecipe, page: string): Product {
  return defineProduct({
    name: 'Trips',
    site,
    pages: { public: ['/'], signIn: page },
    signIn,
    accounts: { userA: { emailEnv: 'TEST_PAGE_EMAIL', passwordEnv: 'TEST_PAGE_PASSWORD' } },
    chat: { pages: ['/'], ask: {} },
  });
}

test('Memberstack: the form of the page signs in, and the token that it keeps goes to the API, too', async () => {
  const product = attached(memberstack({ alive: { path: '/me' } }), '/webflow');
  const session = await liveSession(product, 'userA');
  expect(session).toMatchObject({ accessToken: token, userId: 'mem_a' });
  const kept = (own: typeof session) => product.signIn.storage(own, site).origins[0]?.localStorage;
  expect(kept(session)).toContainEqual({ name: '_ms-mid', value: token });
  expect(kept(session)).toContainEqual({ name: '_ms-mem', value: '{"id":"mem_a"}' });
  const forged = forgedSession(session);
  expect(kept(forged)).toContainEqual({ name: '_ms-mid', value: forged.accessToken });
});

test('a token within an entry, and a user whose id is a number, are found', () => {
  const numbered = ['{"alg":"HS256"}', '{"sub":311}', 'signature'].map((part) =>
    Buffer.from(part).toString('base64url'),
  );
  const value = JSON.stringify({ user: { id: 311 }, token: numbered.join('.') });
  const state = { cookies: [], origins: [{ origin: site, localStorage: [{ name: 'session', value }] }] };
  expect(inLocalStorage('session', 'token')(state)).toBe(numbered.join('.'));
  expect(inLocalStorage('session', 'user', 'token')(state)).toBeUndefined();
  expect(inLocalStorage('session')(state)).toBe(value);
  expect(userNamedBy(numbered.join('.'))).toBe('311');
});

test('a form that is none, asks in two steps and sets a cookie', async () => {
  const product = attached(byPage({ alive: { path: '/me' } }), '/framer');
  const session = await liveSession(product, 'userA');
  expect(session.cookies).toEqual({ sid: 'session-of-a-77' });
  expect(product.signIn.headers(session)).toEqual({ cookie: 'sid=session-of-a-77' });
  const forged = forgedSession(session);
  expect(product.signIn.storage(forged, site).cookies[0]?.value).toBe(forged.cookies?.['sid']);
});

test('a server that is down or has had enough is not taken for a wrong password', async () => {
  for (const [path, fault, said] of [
    ['/broken', 'unreachable', /127\.0\.0\.1:\d+ answered 503 when the form was sent/],
    ['/busy', 'throttled', /answered 429: too many sign-ins → wait/],
  ] as const) {
    const signingIn = liveSession(
      attached(byPage({ alive: { path: '/me' }, patience: 1_500 }), path),
      'userA',
    );
    await expect(signingIn).rejects.toMatchObject({ fault });
    await expect(signingIn).rejects.toThrow(said);
  }
});

test('a page without a form says so, with what to do; a wrong password is told by its variable', async () => {
  const bare = attached(
    byPage({ alive: { path: '/me' }, selectors: { email: '#none' }, patience: 1_500 }),
    '/',
  );
  await expect(liveSession(bare, 'userA')).rejects.toThrow(/no field for an e-mail.*→ name it in/);
  process.env['TEST_PAGE_PASSWORD'] = 'wrong-horse';
  const wrong = liveSession(
    attached(memberstack({ alive: { path: '/me' }, patience: 1_500 }), '/webflow'),
    'userA',
  );
  await expect(wrong).rejects.toThrow(/did not sign in.*→ check TEST_PAGE_EMAIL and TEST_PAGE_PASSWORD/);
  await expect(wrong).rejects.not.toThrow(/wrong-horse|trips\.example/);
});
