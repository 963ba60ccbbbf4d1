import { expect, test } from 'vitest';
import { configText } from './config-text';
import { envText } from './env-text';
import { keysTo } from './keys-to';
import { type Heard, readsIn, withoutIds } from './reads';
import { sampleRecords } from './sample-records';
import type { Seen } from './seen';
import { backends, builders, traced, widgets } from './vendors';

const heard = (url: string, changes: Partial<Heard> = {}): Heard => {
  return { url, method: 'GET', status: 200, type: 'application/json', text: '[{"id":1}]', ...changes };
};

test('what only who is signed in asks for is a read; ids become placeholders', () => {
  const user = '11111111-2222-4333-8444-555555555555';
  const inside = [
    heard(`https://x.supabase.co/rest/v1/bookings?select=*&user_id=eq.${user}`),
    heard('https://acme.test/api/visits?year=2031'),
    heard('https://acme.test/api/visits?year=2031&cursor=eyJhZnRlciI6N30'),
    heard('https://acme.test/api/visits?year=2030'),
    heard('https://acme.test/api/invoices/1024'),
    heard('https://acme.test/api/invoices/1025'),
    heard('https://acme.test/api/prices'),
    heard('https://acme.test/auth/v1/user'),
    heard('https://acme.test/api/auth/me'),
    heard('https://acme.test/api/notes'),
    heard('https://acme.test/api/chat', { method: 'POST' }),
    heard('https://acme.test/api/flags', { text: '{}' }),
  ];
  const outside = [
    heard('https://acme.test/api/prices'),
    heard('https://acme.test/api/notes', { text: '[]' }),
  ];
  expect(readsIn(inside, outside, { site: 'https://acme.test', userId: user })).toEqual([
    {
      name: 'bookings',
      kind: 'booking',
      path: 'https://x.supabase.co/rest/v1/bookings?select=*&user_id=eq.{user}',
      rows: true,
    },
    { name: 'visits', kind: 'visit', path: '/api/visits?year=2031' },
    { name: 'visits', kind: 'visit', path: '/api/visits?year=2030' },
    { name: 'one of the invoices', kind: 'invoice', path: '/api/invoices/{id}' },
    { name: 'profile', kind: 'profile', path: '/api/auth/me' },
    { name: 'notes', kind: 'note', path: '/api/notes' },
  ]);
});

test.each([
  ['/account/bookings/620acc9f-81a6-4511-811a-57ef4952cb55', '/account/bookings/{id}'],
  ['/orders/18', '/orders/{id}'],
  ['/orders/ord_8fK2mPq91x/lines?x=1', '/orders/{id}/lines?x=1'],
  ['/rest/v1/internal_notes?select=id', '/rest/v1/internal_notes?select=id'],
])('%s without its ids is %s', (path, without) => expect(withoutIds(path)).toBe(without));

const framer = '<meta name="generator" content="Framer 4f2"><div id="main" data-framer-hydrate-v2="{}">';

test.each([
  [traced(builders, framer), 'Framer'],
  [traced(builders, '<html data-wf-page="1" data-wf-site="2">'), 'Webflow'],
  [traced(builders, '<html><p>We build with Webflow and Framer</p>'), undefined],
  [traced(widgets, '<script src="https://cdn.jsdelivr.net/npm/@n8n/chat/dist/chat.bundle.es.js">'), 'n8n'],
  [traced(backends, 'https://abcdefghijklmnopqrst.supabase.co'), 'supabase'],
  [traced(backends, 'https://x8ki-letl.n7.xano.io/api:Ab1'), 'xano'],
  [
    traced(backends, '<script src="https://static.memberstack.com/scripts/v1/memberstack.js">'),
    'memberstack',
  ],
])('a vendor is told by its trace: %s', (found, expected) => expect(found).toBe(expected));

const seen: Seen = {
  site: 'https://acme.test',
  name: "Acme's `${shop}`\n",
  backend: 'page',
  pages: { public: ['/'], private: [], admin: [], signIn: '/login', records: [] },
  reads: [],
  adminReads: [],
  wasInside: false,
};

test('a name cannot break out of the config, and who saw nothing inside declares nothing away', () => {
  const text = configText(seen, './src/product');
  expect(text).toContain("name: 'Acme\\'s `${shop}` ',");
  expect(text).not.toContain("admin: 'no page");
  expect(text).toContain('run `npm run init` again');
});

test('the token that a page keeps and asks with is named in the config, and so is where it is found', () => {
  const text = configText({ ...seen, tokenIn: ['authToken'] }, './src/product');
  expect(text).toContain("import { byPage, inLocalStorage } from './src/product/sign-in/by-page';");
  expect(text).toContain("byPage({ token: inLocalStorage('authToken'), alive: { path: '/account' } })");
});

test('a token within an entry is named by the keys that lead to it', () => {
  const token = 'token-of-a-77';
  expect(keysTo(new Set([token]), token)).toEqual([]);
  expect(keysTo(new Set([token]), { user: { id: 7 }, state: { token } })).toEqual(['state', 'token']);
  expect(keysTo(new Set([token]), { user: null })).toBeUndefined();
  const text = configText({ ...seen, tokenIn: ['session', 'state', 'token'] }, './src/product');
  expect(text).toContain("token: inLocalStorage('session', 'state', 'token'),");
});

test('the chatbot is asked in the language of the site, and in English where that is not known', () => {
  const reads = [{ name: 'buchungen', kind: 'buchung', path: '/api/buchungen' }];
  const text = (language?: string) =>
    configText({ ...seen, reads, ...(language !== undefined && { language }) }, './src/product');
  expect(text('de-AT')).toContain("ask: { 'buchung': 'Können Sie mir meine buchungen zeigen?' },");
  expect(text('tlh')).toContain("ask: { 'buchung': 'Can you show me my buchungen?' },");
  expect(text()).toContain('Can you show me my buchungen?');
  expect(configText({ ...seen, language: 'fr' }, './src/product')).toContain('Que savez-vous de moi ?');
});

test('variables that are set are left alone', () => {
  const text = envText({ ...seen, backend: 'supabase', publishableKey: 'anon' }, new Set(['USER_A_EMAIL']));
  expect(text).toMatch(/^SUPABASE_ANON_KEY=anon$/m);
  expect(text).not.toMatch(/USER_A_EMAIL/);
  expect(text).toMatch(/^USER_A_PASSWORD=$/m);
});

test('no two accounts are given the same', () => {
  const values = sampleRecords(7).flatMap(({ fields }) => Object.values(fields));
  expect(values).toHaveLength(9);
  expect(new Set(values).size).toBe(9);
});
