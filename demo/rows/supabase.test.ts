import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoEnvironment, demoRecords, demoUserIds } from '../product';
import type { RunningDemo } from '../serve';
import { start } from '../start';

let demo: RunningDemo;
let supabase: ReturnType<typeof client>;

function client() {
  const auth = { persistSession: false, autoRefreshToken: false };
  return createClient(demo.url, demoEnvironment['DEMO_ANON_KEY'] ?? '', { auth });
}

beforeAll(async () => {
  demo = await start();
  supabase = client();
  const email = demoEnvironment['DEMO_USER_A_EMAIL'] ?? '';
  const password = demoEnvironment['DEMO_USER_A_PASSWORD'] ?? '';
  const { error } = await supabase.auth.signInWithPassword({ email, password });
  expect(error).toBeNull();
});
afterAll(() => demo.stop());

const bookings = demoRecords.filter(({ owner, kind }) => owner === 'userA' && kind === 'booking');
const foreign = demoRecords.find(({ owner, kind }) => owner === 'userB' && kind === 'booking');

test('an unmodified client signs in, and a wrong password is told as one', async () => {
  const { data } = await supabase.auth.getUser();
  expect(data.user?.id).toBe(demoUserIds.userA);
  const { error } = await client().auth.signInWithPassword({
    email: data.user?.email ?? '',
    password: 'wrong',
  });
  expect(error).toMatchObject({ status: 400, code: 'invalid_credentials' });
});

test('it selects, filters, orders and counts', async () => {
  const all = await supabase.from('bookings').select('reference', { count: 'exact' }).order('starts_at');
  expect(all).toMatchObject({ status: 200, count: 3 });
  expect(all.data).toEqual(bookings.map(({ fields }) => ({ reference: fields['reference'] })));
  const page = await supabase
    .from('bookings')
    .select('id', { count: 'exact' })
    .or('guests.eq.4,guests.eq.1')
    .range(0, 0);
  expect(page).toMatchObject({ status: 206, count: 2, data: [{}] });
  const joined = await supabase
    .from('invoices')
    .select('number, booking:bookings!inner(reference)')
    .eq('bookings.guests', 4);
  expect(joined.data).toMatchObject([{ booking: { reference: bookings[0]?.fields['reference'] } }]);
  const head = await supabase.from('invoices').select('*', { count: 'exact', head: true });
  expect(head).toMatchObject({ count: 3, data: null, error: null });
});

test('it takes one row, or is told why not', async () => {
  const one = await supabase
    .from('bookings')
    .select('reference')
    .eq('id', bookings[0]?.id ?? '')
    .single();
  expect(one.data).toEqual({ reference: bookings[0]?.fields['reference'] });
  const many = await supabase.from('bookings').select('reference').single();
  expect(many).toMatchObject({ status: 406, error: { code: 'PGRST116' } });
  const hidden = await supabase
    .from('bookings')
    .select('*')
    .eq('id', foreign?.id ?? '')
    .maybeSingle();
  expect(hidden).toMatchObject({ data: null, error: null });
});

test('it changes its own rows and no others', async () => {
  const id = bookings[1]?.id ?? '';
  const own = await supabase.from('bookings').update({ guests: 3 }).eq('id', id).select('guests').single();
  expect(own.data).toEqual({ guests: 3 });
  const other = await supabase
    .from('bookings')
    .update({ guests: 9 }, { count: 'exact' })
    .eq('id', foreign?.id ?? '');
  expect(other).toMatchObject({ status: 204, count: 0 });
  const note = await supabase.from('internal_notes').insert({ user_id: demoUserIds.userA, text: 'x' });
  expect(note).toMatchObject({ status: 403, error: { code: '42501' } });
});

test.each([
  ['a column that is not there', 'bookings', 'nope', 400, '42703'],
  ['a table that is not there', 'secrets', '*', 404, 'PGRST205'],
])('it is told about %s', async (_what, table, select, status, code) => {
  expect(await supabase.from(table).select(select)).toMatchObject({ status, error: { code } });
});

test('it calls a function', async () => {
  const found = await supabase.rpc('match_documents', { query: 'cancellation' });
  expect(found).toMatchObject({ status: 200, data: [{ title: 'Cancellation and weather' }] });
});

test('nobody is given no rows, and a token that is no good is refused', async () => {
  expect(await client().from('bookings').select('*')).toMatchObject({ status: 200, data: [] });
  const headers = { apikey: demoEnvironment['DEMO_ANON_KEY'] ?? '', authorization: 'Bearer no.good.token' };
  const answer = await fetch(`${demo.url}/rest/v1/bookings`, { headers });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ code: 'PGRST301' });
  expect((await fetch(`${demo.url}/rest/v1/bookings`)).status).toBe(401);
});

test('a refresh token is good once, and signing out ends the session at once', async () => {
  const own = client();
  const email = demoEnvironment['DEMO_USER_B_EMAIL'] ?? '';
  const password = demoEnvironment['DEMO_USER_B_PASSWORD'] ?? '';
  const { data } = await own.auth.signInWithPassword({ email, password });
  const refresh_token = data.session?.refresh_token ?? '';
  const refreshed = await own.auth.refreshSession({ refresh_token });
  expect(refreshed.error).toBeNull();
  const token = refreshed.data.session?.access_token ?? '';
  const history = () =>
    fetch(`${demo.url}/api/chat/history`, { headers: { authorization: `Bearer ${token}` } });
  expect((await history()).status).toBe(200);
  await own.auth.signOut({ scope: 'local' });
  expect((await history()).status).toBe(401);
  const again = await client().auth.refreshSession({ refresh_token });
  expect(again.error).toMatchObject({ status: 400, code: 'refresh_token_already_used' });
});

test('a port that is taken is told as such', async () => {
  const port = Number(new URL(demo.url).port);
  await expect(start({ port })).rejects.toThrow(`Port ${port} is taken`);
});
