import type { PGlite } from '@electric-sql/pglite';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue, faultsNamed, lookalikesNamed } from './catalogue';
import { openDatabase } from './database/open';
import { soundParts, type Parts } from './parts';

let pglite: PGlite;
beforeAll(async () => {
  pglite = await openDatabase();
});
afterAll(() => pglite.close());

const { faults, lookalikes } = await catalogue();

async function filesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(import.meta.dirname, folder));
  return names.filter((name) => !name.endsWith('.test.ts')).map((name) => name.replace(/\.ts$/, ''));
}

test('each file is one fault or look-alike with its own id, and no id is both', async () => {
  const ids = [...faults, ...lookalikes].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual([...(await filesIn('faults')), ...(await filesIn('lookalikes'))].toSorted());
});

test('an unknown name is refused with the list of the known ones', async () => {
  await expect(faultsNamed(['rls-off-booking'])).rejects.toThrow(/'rls-off-booking'.*rls-off-bookings/);
  await expect(lookalikesNamed(['shared'])).rejects.toThrow(/'shared'.*shared-calendar/);
});

/** Rules, functions and rows: whatever SQL can change about what is seen. */
const fingerprint = `select md5(string_agg(part, '|' order by part)) as print from (
  select p::text as part from pg_policies p
  union all select relname || relrowsecurity || coalesce(reloptions::text, '') from pg_class where relnamespace = 'public'::regnamespace
  union all select proname || prosrc || prosecdef from pg_proc where pronamespace::regnamespace::text in ('public', 'private', 'auth')
  union all select id::text || raw_user_meta_data from auth.users
  union all select b::text from bookings b
  union all select i::text from invoices i
  union all select m::text from chat_messages m
  union all select n::text from internal_notes n
  union all select d::text from documents d
  union all select p::text from profiles p
) all_parts`;

async function printOf(): Promise<string> {
  const { rows } = await pglite.query<{ print: string }>(fingerprint);
  return rows[0]?.print ?? '';
}

let soundPrint = '';
beforeAll(async () => {
  soundPrint = await printOf();
});

const withSql = [...faults, ...lookalikes].filter(({ sql }) => sql !== undefined);
const withChange = [...faults, ...lookalikes].filter(({ change }) => change !== undefined);

test.each(withSql)('the SQL of $id runs and changes the database', async ({ sql }) => {
  await pglite.exec('begin');
  try {
    await pglite.exec(sql ?? '');
    expect(await printOf()).not.toBe(soundPrint);
  } finally {
    await pglite.exec('rollback');
  }
});

/** Names of the decisions that differ: `auth.readToken`. */
function swapped(parts: Parts): readonly string[] {
  return Object.entries(soundParts).flatMap(([room, sound]) => {
    const now = Object.entries(Object.entries(parts).find(([name]) => name === room)?.[1] ?? {});
    return Object.entries(sound)
      .filter(([name, value]) => now.find(([other]) => other === name)?.[1] !== value)
      .map(([name]) => `${room}.${name}`);
  });
}

test.each(withChange)('$id swaps a part and leaves the sound ones alone', ({ change }) => {
  expect(swapped(change?.(soundParts) ?? soundParts)).not.toEqual([]);
  expect(swapped(soundParts)).toEqual([]);
});
