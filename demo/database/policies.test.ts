import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Claims, Database } from '../context';
import { tenantIds, userIds, type PersonName } from '../seed/ids';
import { databaseOn } from './database';
import { openDatabase } from './open';

let pglite: PGlite;
let db: Database;
beforeAll(async () => {
  pglite = await openDatabase();
  db = databaseOn(pglite);
});
afterAll(() => pglite.close());

const nobody: Claims = { role: 'anon' };

function claims(name: PersonName, tenant: keyof typeof tenantIds, role: string): Claims {
  const app_metadata = { tenant_id: tenantIds[tenant], role };
  return { role: 'authenticated', sub: userIds[name], app_metadata };
}

const userA = claims('userA', 'one', 'customer');
const userB = claims('userB', 'one', 'customer');
const admin = claims('admin', 'one', 'admin');
const wrongTenant = claims('wrongTenant', 'two', 'customer');
const otherAdmin = claims('otherAdmin', 'two', 'admin');

const tenantOne: readonly PersonName[] = ['userA', 'userB', 'admin', 'neighbour', 'stranger'];
const tenantTwo: readonly PersonName[] = ['wrongTenant', 'otherAdmin'];

async function ownersSeen(who: Claims, table: string): Promise<readonly string[]> {
  const rows = await db.as(who, (query) =>
    query<{ user_id: string }>(`select distinct user_id from ${table} order by user_id`),
  );
  return rows.map((row) => row.user_id);
}

function idsOf(names: readonly PersonName[]): readonly string[] {
  return names.map((name) => userIds[name]).toSorted();
}

const ownTables = ['profiles', 'bookings', 'invoices', 'chat_messages'] as const;
type Expectation = [string, Claims, string, readonly PersonName[]];
const expected: readonly Expectation[] = [
  ...[...ownTables, 'internal_notes', 'documents'].map((table): Expectation => ['nobody', nobody, table, []]),
  ...ownTables.flatMap((table): Expectation[] => [
    ['userA', userA, table, ['userA']],
    ['userB', userB, table, ['userB']],
    ['wrongTenant', wrongTenant, table, ['wrongTenant']],
    ['admin', admin, table, tenantOne],
    ['otherAdmin', otherAdmin, table, tenantTwo],
  ]),
  ['userA', userA, 'internal_notes', []],
  ['wrongTenant', wrongTenant, 'internal_notes', []],
  ['admin', admin, 'internal_notes', tenantOne],
  ['otherAdmin', otherAdmin, 'internal_notes', tenantTwo],
  ['userA', userA, 'documents', ['userA', 'admin']],
  ['wrongTenant', wrongTenant, 'documents', ['wrongTenant', 'otherAdmin']],
  ['admin', admin, 'documents', tenantOne],
];

test.each(expected)('%s sees in %3$s exactly whom it may', async (_name, who, table, people) => {
  expect(await ownersSeen(who, table)).toEqual(idsOf(people));
});

test('a person without tenant in its token sees nothing', async () => {
  const { app_metadata: _dropped, ...bare } = userA;
  expect(await ownersSeen(bare, 'bookings')).toEqual([]);
});

test('every table has row rules, and no rule is for everybody', async () => {
  const open = `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity`;
  const wide = `select policyname from pg_policies where schemaname = 'public' and roles <> '{authenticated}'`;
  expect((await pglite.query(open)).rows).toEqual([]);
  expect((await pglite.query(wide)).rows).toEqual([]);
});

const newBooking = `insert into bookings (user_id, tenant_id, reference, title, starts_at)
  values ($1, $2, 'HL-TEST', 'Trial', now())`;

test('a booking can be made for oneself only', async () => {
  const make = (who: Claims, user: PersonName, tenant: keyof typeof tenantIds) =>
    db.as(who, async (query) => {
      await query(newBooking, [userIds[user], tenantIds[tenant]]);
      throw new Error('allowed');
    });
  await expect(make(userB, 'userB', 'one')).rejects.toThrow('allowed');
  await expect(make(userB, 'userA', 'one')).rejects.toThrow('row-level security');
  await expect(make(userB, 'userB', 'two')).rejects.toThrow('row-level security');
  await expect(make(nobody, 'userB', 'one')).rejects.toThrow('row-level security');
});

test('a booking can be changed by its owner only, and not given away', async () => {
  const change = (who: Claims, set: string, of: PersonName) =>
    db.as(who, async (query) => {
      const sql = `update bookings set ${set} where user_id = $1 returning id`;
      return (await query(sql, [userIds[of]])).length;
    });
  expect(await change(userB, 'guests = guests', 'userB')).toBe(3);
  expect(await change(userB, 'guests = guests', 'userA')).toBe(0);
  expect(await change(admin, 'guests = guests', 'userA')).toBe(0);
  expect(await change(nobody, 'guests = guests', 'userA')).toBe(0);
  await expect(change(userB, `tenant_id = '${tenantIds.two}'`, 'userB')).rejects.toThrow(
    'row-level security',
  );
  await expect(change(userB, `user_id = '${userIds.userA}'`, 'userB')).rejects.toThrow('row-level security');
});

test('customers write no invoices and no notes', async () => {
  const note = `insert into internal_notes (user_id, tenant_id, text) values ($1, $2, 'x')`;
  const values = [userIds.userA, tenantIds.one];
  await expect(db.as(userA, (query) => query(note, values))).rejects.toThrow('row-level security');
  const paid = `update invoices set status = 'paid' where user_id = $1 returning id`;
  expect(await db.as(userA, (query) => query(paid, [userIds.userA]))).toEqual([]);
});

test('the document search works on the authority of whoever calls it', async () => {
  const sql = `select distinct user_id from match_documents('boarding paper') order by user_id`;
  const rows = await db.as(userB, (query) => query<{ user_id: string }>(sql));
  expect(rows.map((row) => row.user_id)).toEqual(idsOf(['userB', 'admin']));
});

test('accounts and sessions are the server’s alone', async () => {
  for (const who of [nobody, userA, admin]) {
    await expect(db.as(who, (query) => query('select * from auth.users'))).rejects.toThrow(
      'permission denied',
    );
  }
});

test('no role but the three that the row API knows can be taken', async () => {
  await expect(db.as({ role: 'postgres' }, (query) => query('select 1'))).rejects.toThrow('role');
});
