import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defineProduct } from '../define';
import { forgedSession } from '../sessions/forged';
import type { Credentials, Product } from '../types';
import { storageState } from './storage-state';

const from = { emailEnv: 'A_EMAIL', passwordEnv: 'A_PASSWORD' };
const credentials: Credentials = { account: 'userA', email: 'a@trips.example', password: 'pw', from };
const cookie = {
  name: 'sid',
  value: 's3ss10n',
  domain: 'trips.example',
  path: '/',
  expires: -1,
  httpOnly: true,
  secure: true,
  sameSite: 'Lax',
};
const state = {
  cookies: [cookie],
  origins: [{ origin: 'https://trips.example', localStorage: [{ name: 'a', value: 'b' }] }],
};

const tokenRecipe = storageState({
  fileEnv: { userA: 'TEST_STATE_A' },
  token: ({ origins }) => origins[0]?.localStorage[0]?.value,
  alive: { path: '/me' },
});
const recipe = storageState({ fileEnv: { userA: 'TEST_STATE_A' }, alive: { path: '/me' } });
let folder = '';
let product: Product;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'state-'));
  product = defineProduct(
    {
      name: 'Trips',
      site: 'https://trips.example',
      pages: { public: ['/'], signIn: '/' },
      signIn: recipe,
      accounts: {},
      chat: { pages: ['/'], ask: {} },
    },
    { TEST_STATE_A: 'set' },
  );
});

afterAll(() => rm(folder, { recursive: true }));

/** Signs in with a file of this content. */
async function signInWith(content: string, by = recipe) {
  const file = join(folder, 'state.json');
  await writeFile(file, content);
  process.env['TEST_STATE_A'] = file;
  return by.signIn(credentials, product);
}

test('a saved browser storage is a session: in the page as it was, at the API by its cookies', async () => {
  const session = await signInWith(JSON.stringify(state));
  expect(recipe.storage(session, product.site)).toEqual(state);
  expect(recipe.headers(session)).toEqual({ cookie: 'sid=s3ss10n' });
  expect(recipe.headers(null)).toEqual({});
});

test('a forged session is forged wherever the page keeps it: its cookies, or the token in its storage', async () => {
  const byCookie = forgedSession(await signInWith(JSON.stringify(state)));
  const forgedCookie = expect.stringMatching(/^s3s(?!s)[a-z]10n$/) as unknown;
  expect(recipe.storage(byCookie, product.site).cookies).toMatchObject([
    { name: 'sid', value: forgedCookie },
  ]);
  const kept = {
    ...state,
    origins: [{ origin: 'https://trips.example', localStorage: [{ name: 'token', value: 'opaque' }] }],
  };
  const byToken = forgedSession(await signInWith(JSON.stringify(kept), tokenRecipe));
  expect(byToken.accessToken).not.toBe('opaque');
  expect(tokenRecipe.storage(byToken, product.site).origins[0]?.localStorage).toEqual([
    { name: 'token', value: byToken.accessToken },
  ]);
  expect(tokenRecipe.headers(byToken)).toEqual({ authorization: `Bearer ${byToken.accessToken}` });
});

test('a file of another kind names its variable and shows nothing of itself', async () => {
  const attempt = signInWith('{"cookies":[{"name":"sid","value":"s3ss10n"}]}');
  await expect(attempt).rejects.toThrow(/the file that TEST_STATE_A names is no storageState file/);
  await expect(attempt).rejects.not.toThrow(/s3ss10n/);
});
