import type { Query } from '../context';
import { fieldsOf } from '../auth/claims';
import { typeOf, type Catalogue, type Table } from './catalogue';
import type { Wanted } from './parse';
import { noValues, quoted, selectSql, whereSql } from './plan';
import { refused } from './problem';
import type { Rows } from './read';

export type Change =
  | { readonly is: 'insert'; readonly body: unknown; readonly upsertOn: string | null }
  | { readonly is: 'update'; readonly body: unknown }
  | { readonly is: 'delete' };

/** Column names of all objects of a body, each checked against the table. */
function columnsOf(table: Table, bodies: readonly unknown[]): readonly string[] {
  const names = [...new Set(bodies.flatMap((body) => Object.keys(fieldsOf(body))))];
  const unknown = names.find((name) => !table.columns.has(name));
  if (unknown !== undefined) {
    const message = `Could not find the '${unknown}' column of '${table.name}' in the schema cache`;
    throw refused(400, 'PGRST204', message);
  }
  return names;
}

function upsertSql(table: Table, columns: readonly string[], on: string | null): string {
  if (on === null) return '';
  const keys = on.split(',').map((name) => name.trim());
  for (const key of keys) typeOf(table, key);
  const sets = columns.map((name) => `${quoted(name)} = excluded.${quoted(name)}`);
  return ` on conflict (${keys.map(quoted).join(', ')}) do update set ${sets.join(', ')}`;
}

/** The changing statement without its `returning`. Values are added to `values`. */
function changeSql(
  table: Table,
  change: Change,
  wanted: Wanted,
  values: ReturnType<typeof noValues>,
): string {
  const name = `public.${quoted(table.name)}`;
  if (change.is === 'delete') return `delete from ${name}${whereSql(table, wanted.conditions, values)}`;
  const bodies: readonly unknown[] = Array.isArray(change.body) ? change.body : [change.body];
  const columns = columnsOf(table, bodies);
  const list = columns.map(quoted).join(', ');
  if (change.is === 'insert') {
    if (columns.length === 0) return `insert into ${name} default values`;
    const rows = `jsonb_populate_recordset(null::${name}, ${values.add(JSON.stringify(bodies))}::jsonb)`;
    return `insert into ${name} (${list}) select ${list} from ${rows}${upsertSql(table, columns, change.upsertOn)}`;
  }
  if (columns.length === 0) throw refused(400, 'PGRST102', 'Empty or invalid json');
  const row = `jsonb_populate_record(null::${name}, ${values.add(JSON.stringify(bodies[0]))}::jsonb)`;
  const sets = columns.map((column) => `${quoted(column)} = body.${quoted(column)}`).join(', ');
  return `update ${name} set ${sets} from ${row} body${whereSql(table, wanted.conditions, values)}`;
}

/**
 * Changes rows. Without `told` nothing of them is read back, so that no right to read is needed,
 * as PostgREST does it for `return=minimal`.
 */
export async function changeRows(
  query: Query,
  catalogue: Catalogue,
  table: Table,
  change: Change,
  wanted: Wanted,
  told: boolean,
): Promise<Rows> {
  const values = noValues();
  const statement = changeSql(table, change, wanted, values);
  if (!told) {
    const sql = `with changed as (${statement} returning 1) select '[]' as json, count(*)::int as count from changed`;
    const [answer] = await query<Rows>(sql, values.all);
    return answer ?? { json: '[]', count: 0 };
  }
  const columns = [...table.columns.keys()].map((name) => `${quoted(table.name)}.${quoted(name)}`).join(', ');
  const list = selectSql({ catalogue, wanted, values }, table, wanted.wishes);
  const sql = `with ${quoted(table.name)} as (${statement} returning ${columns})
    select coalesce(json_agg(answer), '[]')::text as json, count(*)::int as count
    from (select ${list} from ${quoted(table.name)}) answer`;
  const [answer] = await query<Rows>(sql, values.all);
  return answer ?? { json: '[]', count: 0 };
}
