import type { Database } from '../context';
import { refused } from './problem';

/** A table or view of `public`: its columns with their types, in order. */
export interface Table {
  readonly name: string;
  readonly columns: ReadonlyMap<string, string>;
}

/** `from.column` points at `to.target`. */
export interface Reference {
  readonly from: string;
  readonly column: string;
  readonly to: string;
  readonly target: string;
}

/** A function of `public`: its arguments with their types, and whether it gives rows. */
export interface Callable {
  readonly name: string;
  readonly arguments: ReadonlyMap<string, string>;
  readonly rows: boolean;
}

/** What the row API may name in SQL. Nothing that is not in here ever becomes an identifier. */
export interface Catalogue {
  readonly tables: ReadonlyMap<string, Table>;
  readonly references: readonly Reference[];
  readonly callables: ReadonlyMap<string, Callable>;
}

const columnsSql = `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`;

const referencesSql = `select f.relname as from, fa.attname as column, t.relname as to, ta.attname as target
  from pg_constraint k
  join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
  join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
  join pg_attribute fa on fa.attrelid = f.oid and fa.attnum = k.conkey[1]
  join pg_attribute ta on ta.attrelid = t.oid and ta.attnum = k.confkey[1]
  where k.contype = 'f' order by k.conname`;

const callablesSql = `select p.proname as name, p.proretset as rows, coalesce(p.proargnames, '{}') as names,
  array(select format_type(t, null) from unnest(p.proargtypes::oid[]) t) as types
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = 'public' and p.prokind = 'f'`;

interface ColumnRow {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

interface CallableRow {
  readonly name: string;
  readonly rows: boolean;
  readonly names: readonly string[];
  readonly types: readonly string[];
}

function tablesOf(rows: readonly ColumnRow[]): ReadonlyMap<string, Table> {
  const names = [...new Set(rows.map((row) => row.table))];
  const columnsOf = (name: string) => rows.filter((row) => row.table === name);
  return new Map(
    names.map((name) => [
      name,
      { name, columns: new Map(columnsOf(name).map((row) => [row.name, row.type])) },
    ]),
  );
}

function callableOf({ name, rows, names, types }: CallableRow): Callable {
  return { name, rows, arguments: new Map(types.map((type, index) => [names[index] ?? '', type])) };
}

/** Reads what there is, as PostgREST does when it starts. */
export function readCatalogue(db: Database): Promise<Catalogue> {
  return db.asService(async (query) => ({
    tables: tablesOf(await query<ColumnRow>(columnsSql)),
    references: await query<Reference>(referencesSql),
    callables: new Map((await query<CallableRow>(callablesSql)).map((row) => [row.name, callableOf(row)])),
  }));
}

/** The table of that name. Throws PGRST205, without a hint at what other names there are. */
export function tableOf(catalogue: Catalogue, name: string): Table {
  const table = catalogue.tables.get(name);
  if (table === undefined)
    throw refused(404, 'PGRST205', `Could not find the table 'public.${name}' in the schema cache`);
  return table;
}

/** The type of a column. Throws 42703 for one that the table does not have. */
export function typeOf(table: Table, column: string): string {
  const type = table.columns.get(column);
  if (type === undefined) throw refused(400, '42703', `column ${table.name}.${column} does not exist`);
  return type;
}
