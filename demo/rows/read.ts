import type { Query } from '../context';
import type { Catalogue, Table } from './catalogue';
import type { Wanted } from './parse';
import { innerSql, noValues, orderSql, quoted, selectSql, whereSql, type Values } from './plan';

/** Rows as the JSON text that PostgreSQL made of them. */
export interface Rows {
  readonly json: string;
  readonly count: number;
}

/** Where rows are read from. */
export interface Source {
  readonly catalogue: Catalogue;
  readonly table: Table;
}

function filteredSql(source: Source, wanted: Wanted, values: Values): string {
  const { catalogue, table } = source;
  const where = whereSql(table, wanted.conditions, values);
  const inner = innerSql({ catalogue, wanted, values }, table);
  const joined = inner.length === 0 ? '' : `${where === '' ? ' where ' : ' and '}${inner.join(' and ')}`;
  return `public.${quoted(table.name)}${where}${joined}`;
}

/** Reads what is wanted of a source. */
export async function readRows(query: Query, source: Source, wanted: Wanted): Promise<Rows> {
  const values = noValues();
  const { catalogue, table } = source;
  const list = selectSql({ catalogue, wanted, values }, table, wanted.wishes);
  const limit = wanted.limit === null ? '' : ` limit ${wanted.limit}`;
  const rows = `select ${list} from ${filteredSql(source, wanted, values)}${orderSql(table, wanted.order)}${limit} offset ${wanted.offset}`;
  const sql = `select coalesce(json_agg(answer), '[]')::text as json, count(*)::int as count from (${rows}) answer`;
  const [answer] = await query<Rows>(sql, values.all);
  return answer ?? { json: '[]', count: 0 };
}

/** How many rows there are behind the wanted page. */
export async function countRows(query: Query, source: Source, wanted: Wanted): Promise<number> {
  const values = noValues();
  const sql = `select count(*)::int as count from ${filteredSql(source, wanted, values)}`;
  const [answer] = await query<{ readonly count: number }>(sql, values.all);
  return answer?.count ?? 0;
}
