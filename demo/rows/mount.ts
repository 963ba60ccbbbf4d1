import type { Claims, DemoContext, Mount, Query } from '../context';
import { fieldsOf } from '../auth/claims';
import { privately } from '../auth/refusal';
import { call, callableOf } from './call';
import { readCatalogue, tableOf, type Catalogue } from './catalogue';
import { parseWanted, type Wanted } from './parse';
import type { RowsAction } from './parts';
import { problem, refused, statusOf } from './problem';
import { countRows, readRows, type Rows } from './read';
import { claimsInProfile, claimsOfRequest, preferencesOf, rangeOf, wantsOne } from './request';
import { changeRows, type Change } from './write';

const plain = { 'content-type': 'application/json; charset=utf-8' } as const;

/** One request, with what is known of it so far. */
interface Asked {
  readonly demo: DemoContext;
  readonly catalogue: Catalogue;
  readonly request: Request;
  readonly query: URLSearchParams;
  readonly claims: Claims;
}

function run<T>(asked: Asked, action: RowsAction, work: (query: Query) => Promise<T>): Promise<T> {
  return asked.demo.db.as(asked.demo.parts.rows.authority(asked.claims, action), work);
}

function oneOf(rows: Rows): string {
  if (rows.count === 1) return rows.json.slice(1, -1);
  const details = `The result contains ${rows.count} rows`;
  throw refused(406, 'PGRST116', 'Cannot coerce the result to a single JSON object', details);
}

function contentRange(offset: number, count: number, total: number | null): string {
  const span = count === 0 ? '*' : `${offset}-${offset + count - 1}`;
  return `${span}/${total ?? '*'}`;
}

function answer(
  asked: Asked,
  status: number,
  rows: Rows,
  headers: Readonly<Record<string, string>>,
): Response {
  const one = wantsOne(asked.request);
  const body = one ? oneOf(rows) : rows.json;
  const type = one ? 'application/vnd.pgrst.object+json' : 'application/json';
  return new Response(asked.request.method === 'HEAD' ? null : body, {
    status,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-profile': 'public',
      ...privately,
      ...headers,
    },
  });
}

function paged(wanted: Wanted, request: Request): Wanted {
  const range = rangeOf(request);
  return range === null ? wanted : { ...wanted, ...range };
}

/** How many there are in all, for who asks. An estimate is as good as the truth here; who may know it is the same. */
async function totalOf(asked: Asked, count: (query: Query) => Promise<number>): Promise<number | null> {
  const wanted = preferencesOf(asked.request).get('count');
  if (wanted === undefined) return null;
  return run(asked, wanted === 'exact' ? 'count' : 'estimate', count);
}

async function readTable(asked: Asked, name: string): Promise<Response> {
  const source = { catalogue: asked.catalogue, table: tableOf(asked.catalogue, name) };
  const wanted = paged(parseWanted(asked.query), asked.request);
  const action = wanted.wishes.some(({ is }) => is === 'related') ? 'read-related' : 'read';
  const rows = await run(asked, action, (query) => readRows(query, source, wanted));
  const total = await totalOf(asked, (query) => countRows(query, source, wanted));
  if (total !== null && wanted.offset > 0 && wanted.offset >= total) {
    throw refused(416, 'PGRST103', 'Requested range not satisfiable');
  }
  const instead = rows.count === 0 ? asked.demo.parts.rows.nothingFound(asked.request) : null;
  const partial = total !== null && rows.count < total;
  const range = { 'content-range': contentRange(wanted.offset, rows.count, total) };
  return instead ?? answer(asked, partial ? 206 : 200, rows, range);
}

async function changeTable(asked: Asked, name: string, change: Change): Promise<Response> {
  const table = tableOf(asked.catalogue, name);
  const wanted = parseWanted(asked.query);
  const preferences = preferencesOf(asked.request);
  const told = preferences.get('return') === 'representation';
  const made = change.is === 'insert';
  const work = async (query: Query): Promise<Response> => {
    const rows = await changeRows(query, asked.catalogue, table, change, wanted, told);
    const total = preferences.has('count') ? rows.count : null;
    const headers = { 'content-range': contentRange(0, made ? 0 : rows.count, total) };
    // Within the transaction: a change that was to be of one row, and is not, is taken back.
    if (told) return answer(asked, made ? 201 : 200, rows, headers);
    return new Response(null, { status: made ? 201 : 204, headers: { ...privately, ...headers } });
  };
  return run(asked, 'write', work);
}

async function callFunction(asked: Asked, name: string, given: object): Promise<Response> {
  const callable = callableOf(asked.catalogue, name, Object.keys(given));
  const rows = await run(asked, 'call', (query) => call(query, callable, given));
  if (!callable.rows) return new Response(rows.json, { headers: { ...plain, ...privately } });
  return answer(asked, 200, rows, { 'content-range': contentRange(0, rows.count, null) });
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw refused(400, 'PGRST102', 'Empty or invalid json');
  }
}

async function changeOf(asked: Asked): Promise<Change | null> {
  const { method } = asked.request;
  if (method === 'DELETE') return { is: 'delete' };
  if (method === 'PATCH') return { is: 'update', body: await bodyOf(asked.request) };
  if (method !== 'POST') return null;
  const upsert = preferencesOf(asked.request).get('resolution') === 'merge-duplicates';
  const upsertOn = upsert ? (asked.query.get('on_conflict') ?? 'id') : null;
  return { is: 'insert', body: await bodyOf(asked.request), upsertOn };
}

async function serveTable(asked: Asked, name: string): Promise<Response> {
  if (asked.request.method === 'GET' || asked.request.method === 'HEAD') return readTable(asked, name);
  const change = await changeOf(asked);
  return change === null
    ? problem(405, 'PGRST117', 'Unsupported HTTP method')
    : changeTable(asked, name, change);
}

async function argumentsOf(asked: Asked): Promise<object> {
  if (asked.request.method !== 'POST')
    return Object.fromEntries([...asked.query].filter(([key]) => key !== 'apikey'));
  return asked.request.headers.get('content-length') === '0' ? {} : fieldsOf(await bodyOf(asked.request));
}

async function serveFunction(asked: Asked, name: string): Promise<Response> {
  return callFunction(asked, name, await argumentsOf(asked));
}

/** PostgreSQL's own errors carry a `code`; nothing else that can be thrown here does. */
function databaseProblem(error: unknown, claims: Claims): Response {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  const status = statusOf(error.code, claims.role !== 'anon');
  const details = 'detail' in error && typeof error.detail === 'string' ? error.detail : null;
  return problem(status, error.code, error.message, details);
}

/** `/rest/v1`: the part of PostgREST that a page with supabase-js meets. */
export const mountRows: Mount = (app, demo) => {
  let known: Promise<Catalogue> | null = null;
  const serve = async (request: Request, name: string, how: typeof serveTable): Promise<Response> => {
    const claims = claimsInProfile(demo, request, await claimsOfRequest(demo, request));
    known ??= readCatalogue(demo.db);
    const asked = { demo, catalogue: await known, request, query: new URL(request.url).searchParams, claims };
    try {
      return await how(asked, name);
    } catch (error) {
      return databaseProblem(error, claims);
    }
  };
  app.all('/rest/v1/rpc/:name', (context) =>
    serve(context.req.raw, context.req.param('name'), serveFunction),
  );
  app.all('/rest/v1/:table', (context) => serve(context.req.raw, context.req.param('table'), serveTable));
};
