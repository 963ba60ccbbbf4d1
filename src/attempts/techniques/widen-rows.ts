import type { ApiRequest } from '../../product/api';
import type { Read } from '../../product/types';
import { changedAddress } from '../changed-address';
import { requestOf, shapeOf, withHeaders } from './replay';
import type { Technique } from './technique';

/** So many related tables at most are asked for together with one. */
const mostEmbeds = 8;

/** What schemas besides `public` are mostly called. PostgREST serves those that are exposed to whoever names them. */
const schemas = ['api', 'private', 'internal', 'archive'] as const;

/** What stands for no filter in PostgREST's dialect. */
const notAFilter = ['select', 'order', 'limit', 'offset'] as const;

/**
 * Asks a table for more than the page did, in PostgREST's dialect: all columns, all pages, rows of related tables, every
 * owner in a filter that keeps its name, and what has the table's name in another schema. Each table is asked once.
 */
export const widenRows: Technique = {
  id: 'widen-rows',
  rootCauses: ['missing-row-rules', 'broad-policy', 'client-chosen-identity'],
  *tries(subject) {
    const { read, reads = [] } = subject;
    const request = requestOf(subject);
    if (!request || !read.rows || request.method !== 'GET' || !isFirstOfTable(read, reads)) return;
    for (const { how, widened } of widenings(request, read, reads)) {
      yield { what: `${shapeOf(read)} ${how}`, request: widened, asked: 'rows', isGuess: true };
    }
  },
};

interface Widening {
  readonly how: string;
  readonly widened: ApiRequest;
}

function* widenings(request: ApiRequest, read: Read, reads: readonly Read[]): Iterable<Widening> {
  const url = new URL(request.path, 'http://product.invalid');
  const filters = [...url.searchParams.keys()].filter((name) => !notAFilter.some((other) => other === name));
  const [filter = 'id'] = filters;
  yield { how: `with ${filter} of everybody`, widened: changed(request, { [filter]: 'not.is.null' }) };
  yield {
    how: 'with either of two',
    widened: changed(request, { or: `(${filter}.is.null,${filter}.not.is.null)` }, filters),
  };
  const select = url.searchParams.get('select');
  if (select !== null && select !== '*')
    yield { how: 'with all columns', widened: changed(request, { select: '*' }) };
  if (url.searchParams.has('limit') || url.searchParams.has('offset')) {
    const all = changed(request, {}, ['limit', 'offset']);
    yield { how: 'with all pages', widened: withHeaders(all, { 'range-unit': 'items', range: '0-9999' }) };
  }
  // Without its filter: what is foreign there is to be seen, too.
  const unfiltered = changed(request, {}, filters);
  for (const schema of schemas)
    yield { how: `in the schema ${schema}`, widened: withHeaders(unfiltered, { 'accept-profile': schema }) };
  for (const table of tablesBeside(read, reads))
    yield { how: `with its ${table}`, widened: changed(request, { select: `*,${table}(*)` }) };
}

/** The request with these values in its query, and without those names. */
function changed(
  request: ApiRequest,
  values: Readonly<Record<string, string>>,
  without: readonly string[] = [],
): ApiRequest {
  const path = changedAddress(request.path, ({ searchParams }) => {
    for (const name of without) searchParams.delete(name);
    for (const [name, value] of Object.entries(values)) searchParams.set(name, value);
  });
  return { ...request, path };
}

function tablesBeside(read: Read, reads: readonly Read[]): readonly string[] {
  const own = tableOf(read);
  const others = reads.filter(({ rows, method = 'GET' }) => rows && method === 'GET').map(tableOf);
  return [...new Set(others)].filter((table) => table !== own).slice(0, mostEmbeds);
}

function isFirstOfTable(read: Read, reads: readonly Read[]): boolean {
  const first = reads.find(
    (other) => other.rows && other.kind === read.kind && tableOf(other) === tableOf(read),
  );
  return first === undefined || first === read;
}

/** The last part of the path: `bookings` of `/rest/v1/bookings?select=*`. */
function tableOf({ path }: Read): string {
  return path.replace(/\?.*$/s, '').split('/').at(-1) ?? '';
}
