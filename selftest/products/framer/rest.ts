import type { Context, Hono } from 'hono';
import { hasFault } from './has-fault';
import { queryIn } from './query';
import { tables, type Row } from './tables';
import { callerOf } from './tokens';

/** `/rest/v1`: rows in PostgREST's manner. The rule of each table is asked before anything else is. */
export function mountRest(app: Hono): void {
  app.get('/rest/v1/:table', async (c) => {
    const caller = await callerOf(c.req.header('authorization'));
    if (caller.is === 'refused') return c.json({ code: 'PGRST301', message: 'JWT invalid' }, 401);
    const name = c.req.param('table');
    const table = tables[name];
    if (!table) return c.json({ code: 'PGRST205', message: 'Could not find the table' }, 404);
    const asker = caller.is === 'user' ? caller.customer : undefined;
    const columns = Object.keys(table.rows[0] ?? {});
    const query = queryIn(new URL(c.req.url).searchParams, columns);
    if (typeof query === 'string') return c.json({ code: 'PGRST100', message: query }, 400);
    const isAll = asker !== undefined && !query.isFiltered && isOnlyFiltered(name);
    const rows = table.rows.filter((row) => (isAll || table.isFor(row, asker)) && query.isWanted(row));
    return answer(
      c,
      rows.map((row) => only(query.columns, row)),
    );
  });
}

/** The page always says whose profile it wants, and the careless rule only looks at whom it names. */
function isOnlyFiltered(table: string): boolean {
  return table === 'profiles' && hasFault('filter-is-the-rule');
}

function only(columns: readonly string[], row: Row): Row {
  return Object.fromEntries(columns.map((name) => [name, row[name] ?? '']));
}

/** A page of them, with the total of what may be seen where it is asked for. */
function answer(c: Context, rows: readonly Row[]): Response {
  const offset = Number(c.req.query('offset') ?? 0);
  const page = rows.slice(offset, offset + Number(c.req.query('limit') ?? rows.length));
  const range = page.length === 0 ? '*' : `${offset}-${offset + page.length - 1}`;
  const isCounted = c.req.header('prefer')?.includes('count=') === true;
  c.header('content-range', `${range}/${isCounted ? rows.length : '*'}`);
  return c.json(page);
}
