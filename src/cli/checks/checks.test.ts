import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defineProduct } from '../../product/define';
import { listen } from '../../product/listen';
import { runId } from '../../product/run-id';
import { notSignedIn } from '../../product/sign-in/errors';
import { custom } from '../../product/sign-in/custom';
import { accounts } from './accounts';
import { clocks } from './clocks';
import { reachable } from './reachable';
import { openRoom, type Room } from './room';
import { looksMade, testAccounts } from './test-accounts';

/** A server whose clock is ten minutes slow and which has lost a page. */
const server = createServer((request, response) => {
  const date = new Date(Date.now() - 600_000).toUTCString();
  response.sendDate = false;
  response.writeHead(request.url === '/prices' ? 404 : 200, { date }).end('<html></html>');
});

let room: Room;
beforeAll(async () => {
  runId();
  process.env['TEST_DOCTOR_EMAIL'] = 'mary.miller@gmail.com';
  process.env['TEST_DOCTOR_PASSWORD'] = 'wrong-horse';
  const product = defineProduct({
    name: 'Trips',
    site: await listen(server),
    pages: { public: ['/', '/prices'], signIn: '/sign-in' },
    signIn: custom({
      alive: { path: '/me' },
      signIn: ({ account }) =>
        Promise.reject(notSignedIn(account, 'wrong-credentials', 'wrong password → check TEST_DOCTOR_EMAIL')),
      storage: () => ({ cookies: [], origins: [] }),
    }),
    accounts: { userA: { emailEnv: 'TEST_DOCTOR_EMAIL', passwordEnv: 'TEST_DOCTOR_PASSWORD' } },
    chat: { pages: ['/'], ask: {} },
    limits: { requestsPerSecond: 100 },
    without: { admin: 'none' },
  });
  room = openRoom(product);
});

afterAll(async () => {
  await room.close();
  server.close();
});

test('a page that is gone is wrong, the others are fine', async () => {
  expect((await reachable.run(room)).map(({ is, what }) => `${is}: ${what}`)).toEqual([
    'fine: / answers 200',
    'wrong: /prices answers 404',
    'fine: /sign-in answers 200',
  ]);
});

test('clocks that are ten minutes apart are wrong', async () => {
  expect(await clocks.run(room)).toMatchObject([
    { is: 'wrong', what: 'this machine and the server are 600 s apart' },
  ]);
});

test('who is refused is wrong, who is missing is unknown, who is declared away is not asked for', async () => {
  const said = await accounts.run(room);
  expect(said).toMatchObject([
    {
      is: 'wrong',
      about: 'userA',
      what: 'userA is not signed in: wrong password',
      next: 'check TEST_DOCTOR_EMAIL',
    },
    { is: 'unknown', about: 'userB', next: expect.stringContaining('add to accounts: userB') },
    { is: 'unknown', about: 'wrongTenant' },
  ]);
  expect(JSON.stringify(said)).not.toMatch(/wrong-horse|mary/);
});

test('an address that could be a customer’s is doubted, and not told', async () => {
  const attached = { ...room, product: { ...room.product, site: 'https://trips.test' } };
  const said = await testAccounts.run(attached);
  expect(said).toMatchObject([{ is: 'unknown', about: 'userA' }]);
  expect(JSON.stringify(said)).not.toMatch(/mary|gmail/i);
});

test.each([
  ['a@example.com', true],
  ['a@shop.example', true],
  ['qa.one@acme.com', true],
  ['jo+test-b@acme.com', true],
  ['user-a@acme.com', true],
  ['trespass.b2@acme.com', true],
  ['mary.miller@acme.com', false],
  ['robot@acme.com', false],
  ['contest@acme.com', false],
])('whether %s is made for tests: %s', (address, is) => {
  const product = { accounts: { userA: { emailEnv: 'E', passwordEnv: 'P' } } };
  expect(looksMade('userA', product, { E: address })).toBe(is);
});
