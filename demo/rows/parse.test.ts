import { expect, test } from 'vitest';
import type { Catalogue } from './catalogue';
import { parseSelect, parseWanted, splitList, valuesOfList } from './parse';
import { noValues, selectSql, whereSql } from './plan';
import { tableOf } from './catalogue';

const columns = new Map([
  ['id', 'uuid'],
  ['guests', 'integer'],
  ['note', 'text'],
  ['extra', 'jsonb'],
]);
const catalogue: Catalogue = {
  tables: new Map([
    ['bookings', { name: 'bookings', columns }],
    ['invoices', { name: 'invoices', columns: new Map([['booking_id', 'uuid']]) }],
  ]),
  references: [{ from: 'invoices', column: 'booking_id', to: 'bookings', target: 'id' }],
  callables: new Map(),
};

function where(query: string): { readonly sql: string; readonly values: readonly string[] } {
  const values = noValues();
  const wanted = parseWanted(new URLSearchParams(query));
  return { sql: whereSql(tableOf(catalogue, 'bookings'), wanted.conditions, values), values: values.all };
}

function select(text: string): string {
  const wanted = parseWanted(new URLSearchParams({ select: text }));
  return selectSql({ catalogue, wanted, values: noValues() }, tableOf(catalogue, 'bookings'), wanted.wishes);
}

test.each([
  ['', []],
  ['a', ['a']],
  ['a,b(c,d),e', ['a', 'b(c,d)', 'e']],
  ['"a,b",c', ['"a,b"', 'c']],
  ['"a\\",b",c', ['"a\\",b"', 'c']],
])('the list %s has its parts', (text, parts) => {
  expect(splitList(text)).toEqual(parts);
});

test.each([
  ['guests=eq.4', '("bookings"."guests" = $1::text::integer)', ['4']],
  ['guests=not.gte.4', 'not ("bookings"."guests" >= $1::text::integer)', ['4']],
  ['note=ilike.*crew*', '("bookings"."note"::text ilike $1::text)', ['%crew%']],
  ['note=is.null', '("bookings"."note" is null)', []],
  [
    'guests=in.(1,2)',
    '("bookings"."guests" = any (array[$1::text::integer, $2::text::integer]::integer[]))',
    ['1', '2'],
  ],
  ['extra->a->>b=eq.x', `("bookings"."extra" -> 'a' ->> 'b' = $1::text::text)`, ['x']],
  [
    'or=(guests.eq.1,and(guests.gt.2,note.not.is.null))',
    '(("bookings"."guests" = $1::text::integer) or (("bookings"."guests" > $2::text::integer) and not ("bookings"."note" is null)))',
    ['1', '2'],
  ],
  ['not.or=(guests.eq.1)', 'not (("bookings"."guests" = $1::text::integer))', ['1']],
  ["note=eq.x' or true --", '("bookings"."note" = $1::text::text)', ["x' or true --"]],
])('%s becomes SQL with its values apart', (query, sql, values) => {
  expect(where(query)).toEqual({ sql: ` where ${sql}`, values });
});

test.each([
  ['guests=4', 'parse filter'],
  ['guests=between.4', 'parse filter'],
  ['guests=is.4', 'parse filter'],
  ['guests"=eq.4', 'parse column'],
  [`extra->a'b=eq.4`, 'parse column'],
  ['secret=eq.4', 'does not exist'],
  ['or=guests.eq.4', 'parse logic tree'],
  ['or=(guests)', 'parse logic tree'],
  ['guests=in.1,2', 'parse filter'],
  ['limit=1;drop', 'parse limit'],
  ['order=guests.sideways', 'parse order'],
])('%s is refused', async (query, words) => {
  const problem = (() => {
    try {
      where(query);
      return null;
    } catch (error) {
      return error;
    }
  })();
  expect(problem).toHaveProperty('res');
  const answer =
    problem instanceof Error && 'getResponse' in problem ? JSON.stringify(await responseOf(problem)) : '';
  expect(answer).toContain(words);
});

async function responseOf(problem: object): Promise<unknown> {
  const response = 'res' in problem ? problem.res : null;
  return response instanceof Response ? response.json() : null;
}

test.each([
  ['*', '"bookings".*'],
  ['id,visitors:guests', '"bookings"."id" as "id", "bookings"."guests" as "visitors"'],
  ['guests::text', '("bookings"."guests")::text as "guests"'],
])('select=%s', (text, sql) => {
  expect(select(text)).toBe(sql);
});

test('a related table is joined by its foreign key', () => {
  expect(select('id,invoices(*)')).toContain('"invoices"."booking_id" = "bookings"."id"');
  expect(() => select('secrets(*)')).toThrow();
  expect(() => select('guests::regclass')).toThrow();
  expect(() => select('pg_sleep(1)')).toThrow();
});

test('wishes and value lists nest and unquote', () => {
  expect(parseSelect('a:b!inner(c)')).toEqual([
    {
      is: 'related',
      table: 'b',
      alias: 'a',
      inner: true,
      wishes: [{ is: 'column', name: 'c', path: [], alias: 'c', cast: null }],
    },
  ]);
  expect(valuesOfList('(a,"b,c","d\\"e")')).toEqual(['a', 'b,c', 'd"e']);
});
