import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { isConfigError } from './config-error';
import { defineProduct } from './define';
import { previewsOf } from './previews';
import type { ProductConfig } from './schema';
import { custom } from './sign-in/custom';
import { supabase } from './sign-in/supabase';

const sound: ProductConfig = {
  name: 'Trips',
  pages: { public: ['/'], signIn: '/sign-in' },
  signIn: supabase({ keyEnv: 'ANON_KEY', origin: 'https://abc.supabase.co' }),
  accounts: { userA: { emailEnv: 'A_EMAIL', passwordEnv: 'A_PASSWORD' } },
  chat: { pages: ['/'], ask: { booking: 'Show my bookings' } },
  records: [{ owner: 'userA', kind: 'booking', fields: { reference: 'BK-77Q1' } }],
};

const environment = {
  ANON_KEY: 'anon',
  A_EMAIL: 'a@example.com',
  A_PASSWORD: 'pw',
  SITE_URL: 'https://trips.example/x',
};

/** What somebody reads whose config is wrong. */
function complaint(config: unknown, env: Record<string, string> = environment): string {
  try {
    Reflect.apply(defineProduct, undefined, [config, { ...env }]);
  } catch (error) {
    if (isConfigError(error)) return error.message;
    throw error;
  }
  return 'no complaint';
}

test('a sound config gets its defaults; an attached product is asked gently and only where it lives', () => {
  const product = defineProduct(sound, { ...environment });
  expect(product.limits).toEqual({
    lighthouse: 90,
    p95: 300,
    requestsPerSecond: 5,
    chatMessages: 240,
    probes: 40,
    probeRepeats: 1,
  });
  expect(product.site).toBe('https://trips.example');
  expect(product.allowedHosts).toEqual(['trips.example', 'abc.supabase.co']);
  expect(product).toMatchObject({ demo: false, reads: [], pages: { admin: [] }, chat: { widget: 'auto' } });
});

test('what the config says of the chat is taken over, and the site’s password is there', () => {
  const chat = { ...sound.chat, composer: '#ask', quiet: 3_000, opening: ['Start'], sitePasswordEnv: 'GATE' };
  expect(defineProduct({ ...sound, chat }, { ...environment, GATE: 'open' }).chat).toMatchObject(chat);
  expect(complaint({ ...sound, chat })).toMatch(
    /chat\.sitePasswordEnv\s+GATE is not set\s+→ add it to \.env/,
  );
  expect(complaint({ ...sound, chat: { ...chat, sitePasswordEnv: 'swordfish', quiet: 0 } })).not.toContain(
    'swordfish',
  );
});

test('all problems are told at once, each with where, what and what next', () => {
  const message = complaint(
    {
      ...sound,
      limit: {},
      reads: [{ name: 'one', kind: 'bokking', path: 'api/bookings' }],
      chat: { pages: [], ask: {}, widget: 'deepchat' },
      serve: { command: 'npm run dev', ready: /on (\S+)/ },
    },
    environment,
  );
  expect(message.split('\n')[0]).toBe('product.config.ts: 5 problems');
  expect(message).toMatch(/reads\.0\.path\s+is neither a path/);
  expect(message).toMatch(
    /chat\.widget\s+"deepchat" is not known\s+→ did you mean "deep-chat"\? one of: auto, deep-chat/,
  );
  expect(message).toMatch(/chat\.pages\s+names no page/);
  expect(message).toMatch(/serve\.ready\s+has no group \(\?<site_url>/);
  expect(message).toMatch(/ {2}limit\s+"limit" is not known\s+→ did you mean "limits"\?/);
});

test('variables that are not set and kinds that no record has are told together', () => {
  const message = complaint(
    { ...sound, chat: { pages: ['/'], ask: { bookings: 'x' } } },
    { A_EMAIL: 'a@example.com' },
  );
  expect(message).toMatch(/accounts\.userA\.passwordEnv\s+A_PASSWORD is not set\s+→ add it to \.env/);
  expect(message).toMatch(/signIn\.supabase\s+ANON_KEY is not set/);
  expect(message).toMatch(
    /chat\.ask\.bookings\s+no record is of the kind "bookings"\s+→ did you mean "booking"/,
  );
});

test('an account that is not there is no mistake; half of one is', () => {
  const accounts = { ...sound.accounts, userB: { emailEnv: 'B_EMAIL', passwordEnv: 'B_PASSWORD' } };
  expect(complaint({ ...sound, accounts })).toBe('no complaint');
  const half = complaint({ ...sound, accounts }, { ...environment, B_PASSWORD: 'pw' });
  expect(half).toMatch(/1 problem\n {2}accounts\.userB\.emailEnv\s+B_EMAIL is not set/);
});

test('a feature cannot be declared away and described; only known ones can be declared', () => {
  const adminPages = { ...sound.pages, admin: ['/admin'] };
  const message = complaint({ ...sound, pages: adminPages, without: { admin: 'none' } });
  expect(message).toMatch(/1 problem\n {2}without\.admin\s+says that there is none, and pages\.admin/);
  expect(complaint({ ...sound, without: { admin: 'none', chatApi: 'no', reads: 'no' } })).toBe(
    'no complaint',
  );
  expect(complaint({ ...sound, without: { amdin: 'none' } })).toMatch(/did you mean "admin"/);
});

test('a waiver has a reason and an end, and one that has ended is a mistake', () => {
  const waiver = (until: string) => ({ ...sound, waivers: [{ what: 'admin-only', reason: 'later', until }] });
  const today = new Date().toISOString().slice(0, 10);
  expect(complaint(waiver(today))).toBe('no complaint');
  expect(complaint(waiver('2026-02-28'))).toMatch(
    /waivers\.0\.until\s+the waiver of "admin-only" ended on 2026-02-28/,
  );
  expect(complaint(waiver('soon'))).toMatch(/waivers\.0\.until\s+is not a day such as/);
  expect(complaint({ ...sound, waivers: [{ what: 'x', until: today }] })).toMatch(
    /waivers\.0\.reason\s+is missing/,
  );
});

test.for([
  [
    'a password under a key of its own',
    { accounts: { userA: { emailEnv: 'A_EMAIL', passwordEnv: 'A_PASSWORD', password: 'hunter2!' } } },
    'hunter2!',
  ],
  [
    'a password in place of a name',
    { accounts: { userA: { emailEnv: 'A_EMAIL', passwordEnv: 'hunter2!' } } },
    'hunter2!',
  ],
  ['a secret key', { public: ['sk_live_51Habcdefghijk'] }, 'sk_live_51H'],
  ['an address with a password', { site: 'https://me:hunter2@trips.example' }, 'hunter2'],
] as const)('%s is refused and not shown', ([, patch, secret]) => {
  const message = complaint({ ...sound, ...patch });
  expect(message).toMatch(/1 problem\n/);
  expect(message).not.toContain(secret);
});

test('an admin’s token is a secret, the publishable key of every page is none', async () => {
  const signed = (role: string) =>
    new SignJWT({ role }).setProtectedHeader({ alg: 'HS256' }).sign(new Uint8Array(32));
  const [admin, anon] = [await signed('service_role'), await signed('anon')];
  expect(complaint({ ...sound, public: [admin] })).toMatch(/public\.0\s+looks like a token/);
  expect(complaint({ ...sound, public: [anon, 'pk_live_51Habcdefghijk', 'sb_publishable_abcdef'] })).toBe(
    'no complaint',
  );
});

test('only the demo may bring values for variables, and those that are set win', () => {
  const own = { ...sound, environment: { A_PASSWORD: 'default', ANON_KEY: 'default' } };
  expect(complaint(own)).toMatch(/environment\s+is there for the demo only/);
  const env: Record<string, string> = { A_EMAIL: 'a@example.com', ANON_KEY: 'set' };
  const product = defineProduct({ ...own, demo: true }, env);
  expect(env).toMatchObject({ A_PASSWORD: 'default', ANON_KEY: 'set' });
  expect(product.limits.requestsPerSecond).toBeNull();
});

test('the address is asked for late, and its absence is explained', () => {
  const env: Record<string, string> = { ...environment, SITE_URL: '' };
  const product = defineProduct({ ...sound, signIn: custom({ ...sound.signIn }) }, env);
  expect(() => product.site).toThrow(/SITE_URL is not set\s+→ set it in \.env/);
  env['SITE_URL'] = 'http://127.0.0.1:4000';
  expect(product.allowedHosts).toContain('127.0.0.1:4000');
});

test('addresses of drafts are named, or follow from the site’s, and may be asked', () => {
  const previews = ['https://trips.webflow.io/', (site: string) => site.replace('trips', 'draft.trips')];
  const product = defineProduct({ ...sound, previews }, environment);
  expect(previewsOf(product)).toEqual(['https://trips.webflow.io', 'https://draft.trips.example']);
  expect(product.allowedHosts).toContain('trips.webflow.io');
  expect(product.allowedHosts).toContain('draft.trips.example');
  expect(complaint({ ...sound, previews: ['trips.webflow.io'] })).toContain('previews');
});
