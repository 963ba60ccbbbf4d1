import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defineProduct } from '../define';
import { listen } from '../listen';
import type { ProductConfig } from '../schema';
import { byApi } from '../sign-in/by-api';
import { withLearnedRecords } from './index';
import { learn } from './learn';
import { sayOverlap } from './share';

/** What each account has; both see the same event of their team, and the support's address is on the home page. */
const bookings = {
  a: {
    id: 'b-1',
    tenant_id: 'tenant-0000-0001',
    reference: 'HL-77Q1X9',
    note: 'Please bring the small red life vest',
  },
  b: {
    id: 'b-2',
    tenant_id: 'tenant-0000-0001',
    reference: 'HL-42Z8K3',
    note: 'Arrives late, hold the boat for her',
  },
};
const event = { id: 'e-9', title: 'Summer party', reference: 'EV-2031-PARTY', state: 'confirmed' };
const support = { id: 's-1', email: 'help@trips.example' };

const server = createServer((request, response) => {
  void (async () => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const reply = (json: unknown) => response.end(JSON.stringify(json));
    if (request.url === '/sign-in') return reply({ token: `token-of-${JSON.parse(body).email[0]}` });
    if (request.url === '/') return response.end('<p>Write to help@trips.example</p>');
    const who = /^Bearer token-of-([ab])$/.exec(request.headers.authorization ?? '')?.[1];
    if (who !== 'a' && who !== 'b') return response.writeHead(401).end();
    if (request.url === '/me') return reply({});
    const { reference } = bookings[who];
    if (request.url === '/page')
      return response.end(
        `<script>x='SCRIPT-123'</script><p>Booking <b>${reference}</b>, ${randomUUID()}</p>`,
      );
    return reply({ request_id: randomUUID(), data: [bookings[who], event], contact: support });
  })();
});

let config: ProductConfig;
beforeAll(async () => {
  for (const one of ['A', 'B']) {
    process.env[`TEST_LEARN_${one}_EMAIL`] = `${one.toLowerCase()}@trips.example`;
    process.env[`TEST_LEARN_${one}_PASSWORD`] = 'right-horse';
  }
  config = {
    name: 'Trips',
    site: await listen(server),
    pages: { public: ['/'], private: ['/page'], signIn: '/sign-in' },
    signIn: byApi({
      ask: (credentials) => ({ url: '/sign-in', body: credentials }),
      read: (json) => ({ accessToken: String(Reflect.get(Object(json), 'token')) }),
      keep: () => ({}),
      alive: { path: '/me' },
    }),
    accounts: {
      userA: { emailEnv: 'TEST_LEARN_A_EMAIL', passwordEnv: 'TEST_LEARN_A_PASSWORD' },
      userB: { emailEnv: 'TEST_LEARN_B_EMAIL', passwordEnv: 'TEST_LEARN_B_PASSWORD' },
    },
    reads: [
      { name: 'bookings', kind: 'booking', path: '/bookings' },
      { name: 'a booking', kind: 'booking', path: '/bookings/{id}' },
    ],
    chat: { pages: ['/'], ask: {} },
    limits: { requestsPerSecond: 500 },
    learn: true,
  };
});
afterAll(() => void server.close());

const booking = (owner: string, { id, reference, note }: typeof bookings.a) => {
  return { owner, kind: 'booking', id, fields: { reference, note } };
};

test('what only one account is shown is its own; what is public, shared or new each time is not', async () => {
  const { records, overlaps } = await learn(defineProduct(config));
  expect(records).toEqual([booking('userA', bookings.a), booking('userB', bookings.b)]);
  const at = ['bookings'];
  expect(overlaps).toEqual([{ kind: 'booking', field: 'reference', owners: ['userA', 'userB'], at }]);
  expect(JSON.stringify(overlaps)).not.toContain(event.reference);
});

test('where nothing but pages is known, they are read', async () => {
  const { records } = await learn(defineProduct({ ...config, reads: [] }));
  const onPage = (owner: string, text: string) => ({ owner, kind: 'what is on /page', fields: { text } });
  expect(records).toEqual([onPage('userA', bookings.a.reference), onPage('userB', bookings.b.reference)]);
});

test('a read that a server answers with a page teaches what stands on it', async () => {
  const reads = [{ name: 'page', kind: 'booking', path: '/page' }];
  const { records } = await learn(defineProduct({ ...config, reads }));
  const drawn = (owner: string, text: string) => ({ owner, kind: 'booking', fields: { text } });
  expect(records).toEqual([drawn('userA', bookings.a.reference), drawn('userB', bookings.b.reference)]);
});

test('what was learned is handed to the processes of the run, and not asked for again', async () => {
  const env: Record<string, string> = {};
  const first = await withLearnedRecords(defineProduct(config), env);
  expect(first.records).toHaveLength(2);
  const gone = { ...config, site: 'http://127.0.0.1:9' };
  const again = await withLearnedRecords(defineProduct(gone), env);
  expect(again.records).toEqual(first.records);
  expect(again.overlaps).toHaveLength(1);
});

test('what is said of an overlap names everybody, where it was seen, and what to do', () => {
  const overlap = {
    kind: 'booking',
    field: 'reference',
    owners: ['userA', 'userB', 'wrongTenant'],
    at: ['bookings'],
  };
  const { what, next } = sayOverlap(overlap);
  expect(what).toBe('userA, userB and wrongTenant are shown the same booking reference (bookings)');
  expect(next).toMatch(/^look there as userA and as userB: where they share it, write it into public/);
});
