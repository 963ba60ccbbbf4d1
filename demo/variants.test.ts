import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonKey } from './auth/keys';
import { accessTokenLife } from './auth/token';
import { faultsNamed, lookalikesNamed } from './catalogue';
import { openDatabase } from './database/open';
import {
  demoEnvironment,
  demoExpiredSession,
  demoOtherAudienceSession,
  demoOtherProjectSession,
  demoRecords,
  demoUserIds,
} from './product';
import { lastingSessionIds, tenantIds } from './seed/ids';
import { soundParts } from './parts';
import { trying, type Trial } from './trial';

let pglite: PGlite;
beforeAll(async () => {
  pglite = await openDatabase();
});
afterAll(() => pglite.close());

function recordOf(owner: string, kind: string) {
  const found = demoRecords.find((record) => record.owner === owner && record.kind === kind);
  if (found === undefined) throw new Error(`no ${kind} of ${owner}`);
  return found;
}

const booking = recordOf('userA', 'booking');
const invoice = recordOf('userA', 'invoice');
const noSuchId = '00000000-0000-4000-8000-000000000000';

async function body(answer: Promise<Response>): Promise<string> {
  const got = await answer;
  return [got.status, [...got.headers].join('\n'), await got.text()].join('\n');
}

function api(trial: Trial, path: string, token: string | null, init: RequestInit = {}): Promise<string> {
  const headers = new Headers(init.headers);
  headers.set('apikey', anonKey);
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  return body(trial.ask(path, { ...init, headers }));
}

/** The access token in an answer of the token endpoint; a word that is none when it was refused. */
function accessToken(answer: string): string {
  return /"access_token":"([^"]+)"/.exec(answer)?.[1] ?? 'refused';
}

async function asB(trial: Trial, path: string, init?: RequestInit): Promise<string> {
  return api(trial, path, await trial.tokenOf('userB'), init);
}

/** `aud`, signature and role of A's own token, made over by somebody without the key. */
function forged(header: object, signature: string): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    sub: demoUserIds.userA,
    aud: 'authenticated',
    role: 'authenticated',
    session_id: lastingSessionIds.userA,
    app_metadata: { tenant_id: tenantIds.one, role: 'customer' },
    iat: now,
    exp: now + accessTokenLife,
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${signature}`;
}

async function firstAThenB(trial: Trial, path: string): Promise<string> {
  await api(trial, path, await trial.tokenOf('userA'));
  return asB(trial, path);
}

/** Signs in, signs out, and goes on with the same token. */
async function afterSignOut(trial: Trial): Promise<string> {
  const token = await trial.tokenOf('userA');
  await api(trial, '/auth/v1/logout', token, { method: 'POST' });
  return api(trial, `/api/bookings/${booking.id}`, token);
}

/** Signs in with A's or B's password, as the page does. */
function signedIn(trial: Trial, name: 'USER_A' | 'USER_B'): Promise<string> {
  const email = demoEnvironment[`DEMO_${name}_EMAIL`];
  const password = demoEnvironment[`DEMO_${name}_PASSWORD`];
  const init = { method: 'POST', body: JSON.stringify({ email, password }) };
  return api(trial, '/auth/v1/token?grant_type=password', null, init);
}

/** Takes a new pair of tokens twice with one refresh token, and reads with the second. */
async function refreshedTwice(trial: Trial): Promise<string> {
  const session = await signedIn(trial, 'USER_A');
  const refresh_token = /"refresh_token":"([^"]+)"/.exec(session)?.[1];
  const again = () =>
    api(trial, '/auth/v1/token?grant_type=refresh_token', null, {
      method: 'POST',
      body: JSON.stringify({ refresh_token }),
    });
  expect(await again()).toMatch(/^200/);
  return api(trial, `/api/bookings/${booking.id}`, accessToken(await again()));
}

/** B writes itself a role, and reads with the token that it then gets. */
async function asSelfMadeAdmin(trial: Trial, path: string): Promise<string> {
  const data = { role: 'admin' };
  await asB(trial, '/auth/v1/user', { method: 'PUT', body: JSON.stringify({ data }) });
  return api(trial, path, accessToken(await signedIn(trial, 'USER_B')));
}

/** B writes A's booking; what A then reads. */
async function changedByB(trial: Trial): Promise<string> {
  const note = 'written by somebody else';
  const init = { method: 'PATCH', body: JSON.stringify({ note }) };
  await asB(trial, `/rest/v1/bookings?id=eq.${booking.id}`, init);
  return api(trial, `/api/bookings/${booking.id}`, await trial.tokenOf('userA'));
}

/** B makes a booking in A's name; what A then reads. */
async function plantedByB(trial: Trial): Promise<string> {
  const row = {
    user_id: demoUserIds.userA,
    tenant_id: tenantIds.one,
    reference: 'HL-PLANTED',
    title: 'Trial',
    starts_at: '2027-01-01',
  };
  await asB(trial, '/rest/v1/bookings', { method: 'POST', body: JSON.stringify(row) });
  return api(trial, '/api/bookings', await trial.tokenOf('userA'));
}

interface Leak {
  readonly fault: string;
  /** What comes out of it for the one who asks. */
  readonly attempt: (trial: Trial) => Promise<string>;
  /** What must be in it with the fault, and must not be in it without. */
  readonly shows: string;
}

const reference = booking.fields['reference'] ?? '';
const number = invoice.fields['invoice number'] ?? '';
const chat = recordOf('userA', 'chat message').fields['text'] ?? '';
const note = recordOf('staff', 'internal note').fields['text'] ?? '';
const email = recordOf('userA', 'profile').fields['email'] ?? '';
const bookingOfA = (trial: Trial) => asB(trial, `/api/bookings/${booking.id}`);

const paper = `papers/${demoUserIds.userA}/${booking.id}.pdf`;
const posted = (content: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(content),
});

/** Asks for a link to a file, and follows it without any session. */
async function byLink(trial: Trial, path: string, token: string): Promise<string> {
  const told = await api(trial, `/storage/v1/object/sign/${path}`, token, posted({ expiresIn: 60 }));
  const link = /"signedURL":"([^"]+)"/.exec(told)?.[1];
  return link === undefined ? told : body(trial.ask(`/storage/v1${link}`));
}

const leaks: readonly Leak[] = [
  {
    fault: 'bucket-listable',
    attempt: (trial) =>
      api(trial, '/storage/v1/object/list/papers', null, posted({ prefix: demoUserIds.userA })),
    shows: booking.id,
  },
  {
    fault: 'bucket-listable',
    attempt: (trial) => api(trial, `/storage/v1/object/public/${paper}`, null),
    shows: '%PDF',
  },
  {
    fault: 'signed-url-for-anyone',
    attempt: async (trial) => byLink(trial, paper, await trial.tokenOf('userB')),
    shows: '%PDF',
  },
  { fault: 'rls-off-bookings', attempt: (trial) => api(trial, '/rest/v1/bookings', null), shows: reference },
  { fault: 'rls-off-chat-messages', attempt: (trial) => asB(trial, '/rest/v1/chat_messages'), shows: chat },
  { fault: 'rls-off-internal-notes', attempt: (trial) => asB(trial, '/rest/v1/internal_notes'), shows: note },
  { fault: 'old-rows-unprotected', attempt: bookingOfA, shows: reference },
  { fault: 'writes-open', attempt: changedByB, shows: 'written by somebody else' },
  { fault: 'with-check-missing', attempt: plantedByB, shows: 'HL-PLANTED' },
  {
    fault: 'policy-using-true',
    attempt: (trial) => asB(trial, `/api/invoices/${invoice.id}`),
    shows: number,
  },
  { fault: 'policy-or-true', attempt: (trial) => asB(trial, '/rest/v1/profiles?select=email'), shows: email },
  { fault: 'policy-null-user', attempt: (trial) => api(trial, '/rest/v1/bookings', null), shows: reference },
  {
    fault: 'tenant-not-compared',
    attempt: async (trial) => api(trial, '/api/admin/customers', await trial.tokenOf('admin')),
    shows: recordOf('wrongTenant', 'profile').fields['email'] ?? '',
  },
  { fault: 'inverted-guard', attempt: (trial) => asB(trial, '/rest/v1/chat_messages'), shows: chat },
  {
    fault: 'trusts-user-metadata',
    attempt: (trial) => asSelfMadeAdmin(trial, '/rest/v1/bookings'),
    shows: reference,
  },
  {
    fault: 'related-rows-unguarded',
    attempt: (trial) => asB(trial, '/rest/v1/bookings?select=*,invoices(*)'),
    shows: reference,
  },
  {
    fault: 'context-headers-trusted',
    attempt: (trial) =>
      asB(trial, '/api/chat/history', {
        headers: { 'x-user-id': demoUserIds.userA, 'x-tenant-id': tenantIds.one },
      }),
    shows: chat,
  },
  {
    fault: 'export-unguarded',
    attempt: (trial) => asB(trial, `/api/bookings/${booking.id}.json`),
    shows: reference,
  },
  {
    fault: 'estimate-of-hidden',
    attempt: (trial) => asB(trial, '/rest/v1/bookings?select=id', { headers: { prefer: 'count=planned' } }),
    shows: '0-2/21',
  },
  { fault: 'total-of-all', attempt: (trial) => asB(trial, '/api/bookings'), shows: '"total":21' },
  { fault: 'definer-view', attempt: (trial) => asB(trial, '/rest/v1/booking_overview'), shows: reference },
  {
    fault: 'anon-key-is-a-login',
    attempt: (trial) => api(trial, `/api/bookings/${booking.id}`, anonKey),
    shows: reference,
  },
  {
    fault: 'issuer-unchecked',
    attempt: async (trial) =>
      api(trial, '/api/chat/history', (await demoOtherProjectSession('userA')).access_token),
    shows: chat,
  },
  {
    fault: 'signature-optional',
    attempt: (trial) => api(trial, '/api/chat/history', forged({ alg: 'HS256' }, '')),
    shows: chat,
  },
  {
    fault: 'definer-function',
    attempt: (trial) => asB(trial, '/rest/v1/rpc/match_documents?query=boarding'),
    shows: demoUserIds.userA,
  },
  {
    fault: 'customer-id-from-query',
    attempt: (trial) => asB(trial, `/api/chat/history?user_id=${demoUserIds.userA}`),
    shows: chat,
  },
  {
    fault: 'duplicate-parameter-last-wins',
    attempt: (trial) =>
      asB(trial, `/api/chat/history?user_id=${demoUserIds.userB}&user_id=${demoUserIds.userA}`),
    shows: chat,
  },
  {
    fault: 'customer-id-from-header',
    attempt: (trial) => asB(trial, '/api/chat/history', { headers: { 'x-customer-id': demoUserIds.userA } }),
    shows: chat,
  },
  {
    fault: 'parent-checked-child-not',
    attempt: (trial) => asB(trial, `/api/invoices/${invoice.id}/pdf`),
    shows: `${number}.pdf`,
  },
  { fault: 'filter-only-in-client', attempt: (trial) => asB(trial, '/rest/v1/bookings'), shows: reference },
  { fault: 'lookup-before-owner', attempt: bookingOfA, shows: '403\n' },
  {
    fault: 'anonymous-served',
    attempt: (trial) => api(trial, `/api/bookings/${booking.id}`, null),
    shows: reference,
  },
  {
    fault: 'mobile-api-unguarded',
    attempt: (trial) => api(trial, `/m/api/bookings/${booking.id}`, null),
    shows: reference,
  },
  {
    fault: 'expired-served',
    attempt: async (trial) =>
      api(trial, '/api/chat/history', (await demoExpiredSession('userA')).access_token),
    shows: chat,
  },
  {
    fault: 'audience-unchecked',
    attempt: async (trial) =>
      api(trial, '/api/chat/history', (await demoOtherAudienceSession('userA')).access_token),
    shows: chat,
  },
  { fault: 'revoked-served', attempt: afterSignOut, shows: reference },
  { fault: 'refresh-reusable', attempt: refreshedTwice, shows: reference },
  {
    fault: 'alg-none-accepted',
    attempt: (trial) => api(trial, '/api/chat/history', forged({ alg: 'none' }, '')),
    shows: chat,
  },
  {
    fault: 'signature-unchecked',
    attempt: (trial) => api(trial, '/api/chat/history', forged({ alg: 'HS256' }, 'c2lnbmF0dXJl')),
    shows: chat,
  },
  {
    fault: 'role-claim-trusted',
    attempt: (trial) => asB(trial, '/api/admin/customers', { headers: { 'x-user-role': 'admin' } }),
    shows: email,
  },
  {
    fault: 'role-claim-trusted',
    attempt: (trial) => asSelfMadeAdmin(trial, '/api/admin/customers'),
    shows: email,
  },
  { fault: 'cdn-caches-private', attempt: (trial) => firstAThenB(trial, '/api/chat/history'), shows: chat },
  { fault: 'vary-missing', attempt: (trial) => firstAThenB(trial, '/api/bookings'), shows: reference },
  { fault: 'suffix-cached', attempt: (trial) => firstAThenB(trial, '/api/chat/history/x.css'), shows: chat },
  { fault: 'error-quotes-row', attempt: bookingOfA, shows: reference },
  { fault: 'refusal-names-owner', attempt: bookingOfA, shows: email },
  { fault: 'masked-too-little', attempt: bookingOfA, shows: reference },
  { fault: 'stack-trace', attempt: bookingOfA, shows: 'talkative.ts' },
  { fault: 'stack-trace', attempt: bookingOfA, shows: email },
  { fault: 'fallback-record', attempt: (trial) => asB(trial, `/api/bookings/${noSuchId}`), shows: reference },
  {
    fault: 'count-of-hidden',
    attempt: (trial) => asB(trial, '/rest/v1/bookings?select=id', { headers: { prefer: 'count=exact' } }),
    shows: '0-2/21',
  },
  { fault: 'count-of-hidden', attempt: (trial) => asB(trial, '/api/bookings'), shows: '"total":21' },
];

describe.each(leaks)('$fault', ({ fault, attempt, shows }) => {
  test('shows what the sound demo does not', async () => {
    expect(shows.length).toBeGreaterThan(3);
    expect(await trying(pglite, await faultsNamed([fault]), attempt)).toContain(shows);
    expect(await trying(pglite, [], attempt)).not.toContain(shows);
  });
});

/** Whatever of A's anybody could be shown. */
const ofA = demoRecords
  .filter(({ owner }) => owner === 'userA')
  .flatMap(({ fields }) => Object.values(fields));

const seenByB = [
  '/api/bookings',
  '/api/chat/history',
  `/api/bookings/${booking.id}`,
  '/rest/v1/profiles',
  '/api/admin/customers',
];

const silent = [
  'shared-calendar',
  'same-first-name',
  'same-city',
  'other-users-of-same-mail-domain',
  'order-number-with-phone-digits',
  'own-data-after-relogin',
  'empty-rows-200',
  'generic-200-refusal',
  '404-for-foreign',
  'cacheable-public-page',
  'hit-on-public-asset',
  'export-guarded',
  'publishable-key-answered',
  'uuid-everywhere',
];

test.each(silent)('%s shows B nothing of A', async (id) => {
  const seen = await trying(pglite, await lookalikesNamed([id]), async (trial) => {
    const token = await trial.tokenOf('userB');
    const answers: string[] = [];
    for (const path of seenByB) answers.push(await api(trial, path, token));
    return answers.join('\n');
  });
  expect(ofA.filter((value) => seen.includes(value))).toEqual([]);
});

const differences = [
  { id: 'shared-calendar', path: '/api/bookings', shows: 'HL-CREW-2027' },
  {
    id: 'same-first-name',
    path: '/api/bookings',
    shows: (recordOf('userA', 'profile').fields['full name'] ?? '').split(' ')[0],
  },
  {
    id: 'same-city',
    path: '/api/bookings',
    shows: (recordOf('userA', 'profile').fields['address'] ?? '').split(' ').at(-1),
  },
  {
    id: 'other-users-of-same-mail-domain',
    path: '/api/chat/history',
    shows: `regatta@${email.split('@')[1]}`,
  },
  {
    id: 'order-number-with-phone-digits',
    path: '/api/bookings',
    shows: (recordOf('userA', 'profile').fields['phone'] ?? '').replaceAll(/\D/g, '').slice(-8),
  },
  { id: 'empty-rows-200', path: `/api/bookings/${booking.id}`, shows: '200\n' },
  { id: 'generic-200-refusal', path: `/api/bookings/${booking.id}`, shows: 'could not find' },
  { id: '404-for-foreign', path: `/rest/v1/bookings?id=eq.${booking.id}`, shows: '404\n' },
  { id: 'cacheable-public-page', path: '/pricing', shows: 'public, max-age=300' },
  { id: 'uuid-everywhere', path: '/api/bookings', shows: 'x-request-id' },
] as const;

test.each(differences)('$id is to be seen at $path', async ({ id, path, shows }) => {
  expect(shows).toMatch(/\S{3}/);
  expect(await trying(pglite, await lookalikesNamed([id]), (trial) => asB(trial, path))).toContain(shows);
  expect(await trying(pglite, [], (trial) => asB(trial, path))).not.toContain(shows);
});

test('a person lists, links and reads its own papers, and a picture is there for everybody', async () => {
  await trying(pglite, [], async (trial) => {
    const token = await trial.tokenOf('userA');
    const own = await api(
      trial,
      '/storage/v1/object/list/papers',
      token,
      posted({ prefix: demoUserIds.userA }),
    );
    expect(own).toContain(`${booking.id}.pdf`);
    expect(await api(trial, `/storage/v1/object/authenticated/${paper}`, token)).toContain('%PDF');
    expect(await byLink(trial, paper, token)).toContain('%PDF');
    expect(await body(trial.ask('/storage/v1/object/public/gallery/keelboat.svg'))).toContain('keelboat');
  });
});

test('public-bucket lets everybody list the pictures, and no paper', async () => {
  await trying(pglite, await lookalikesNamed(['public-bucket']), async (trial) => {
    const listed = (bucket: string) =>
      api(trial, `/storage/v1/object/list/${bucket}`, null, posted({ prefix: '' }));
    expect(await listed('gallery')).toContain('keelboat.svg');
    expect(await listed('papers')).toMatch(/\n\[\]$/);
  });
});

test('redirect-to-login sends nobody to the sign-in page', async () => {
  const nobody = (trial: Trial) => api(trial, '/api/bookings', null);
  const answer = await trying(pglite, await lookalikesNamed(['redirect-to-login']), nobody);
  expect(answer).toMatch(/^302/);
  expect(answer).toContain('/sign-in?next=%2Fapi%2Fbookings');
});

test('rate-limited puts off after fifteen requests, and not before', async () => {
  await trying(pglite, await lookalikesNamed(['rate-limited']), async (trial) => {
    const token = await trial.tokenOf('userB');
    for (let asked = 1; asked <= 15; asked += 1)
      expect(await api(trial, '/api/bookings', token)).toMatch(/^200/);
    expect(await api(trial, '/api/bookings', token)).toMatch(/^429/);
  });
});

test('slow-read and slow-but-right wait as long as they say, and only for data', async () => {
  const [slow] = await faultsNamed(['slow-read']);
  const [right] = await lookalikesNamed(['slow-but-right']);
  const headers = { authorization: 'Bearer x' };
  const read = new Request('http://127.0.0.1/api/bookings', { headers });
  const page = new Request('http://127.0.0.1/account', { headers });
  for (const [variant, wait] of [
    [slow, 450],
    [right, 100],
  ] as const) {
    const parts = variant?.change?.(soundParts);
    expect(parts?.http.delay(read)).toBe(wait);
    expect(parts?.http.delay(page)).toBe(0);
  }
});

test('a delay is waited for', async () => {
  await trying(pglite, await faultsNamed(['slow-read']), async (trial) => {
    const token = await trial.tokenOf('userB');
    const before = performance.now();
    await api(trial, '/api/bookings', token);
    expect(performance.now() - before).toBeGreaterThan(440);
  });
});

test('slow-tail is slow in about one read of twelve', async () => {
  const { unevenly } = await import('./http/careless');
  const next = unevenly(0.08);
  const slow = Array.from({ length: 1000 }, next).filter(Boolean).length;
  expect(slow).toBeGreaterThan(55);
  expect(slow).toBeLessThan(105);
});

test('the tokens of these tests are good, so that the refusals above are not for their shape', async () => {
  const own = async (trial: Trial) => api(trial, '/api/chat/history', await trial.tokenOf('userA'));
  expect(await trying(pglite, [], own)).toContain(chat);
});
