import type { Row } from './tables';

/** What a request asks of rows: which, and which of their columns. */
interface Query {
  readonly isWanted: (row: Row) => boolean;
  readonly columns: readonly string[];
  /** Whether it names which rows it wants. */
  readonly isFiltered: boolean;
}

type Condition = (row: Row) => boolean;

const notAFilter = new Set(['select', 'order', 'limit', 'offset', 'or']);

/**
 * So much of PostgREST's dialect as pages and curious people use: columns, comparisons, `or`.
 * @returns a sentence where it cannot be read, or asks for columns that there are none of
 */
export function queryIn(search: URLSearchParams, known: readonly string[]): Query | string {
  const select = search.get('select') ?? '*';
  const columns = select === '*' ? known : select.split(',');
  const unknown = columns.find((name) => !known.includes(name));
  if (unknown !== undefined) return `nothing here is called ${unknown}`;
  const filters = [...search].filter(([name]) => !notAFilter.has(name));
  const conditions: (Condition | undefined)[] = filters.map(([name, value]) => condition(name, value, known));
  for (const list of search.getAll('or')) conditions.push(either(list, known));
  const read = conditions.filter((one) => one !== undefined);
  if (read.length < conditions.length) return 'failed to parse a filter';
  return { columns, isFiltered: read.length > 0, isWanted: (row) => read.every((holds) => holds(row)) };
}

/** `(id.is.null,id.not.is.null)` */
function either(list: string, known: readonly string[]): Condition | undefined {
  const parts = list
    .replace(/^\((.*)\)$/, '$1')
    .split(',')
    .map((part) => condition(part.split('.')[0] ?? '', part.split('.').slice(1).join('.'), known));
  const read = parts.filter((one) => one !== undefined);
  return read.length < parts.length ? undefined : (row) => read.some((holds) => holds(row));
}

/** `eq.7`, `in.(7,8)`, `not.is.null` */
function condition(name: string, written: string, known: readonly string[]): Condition | undefined {
  const {
    not,
    how,
    value = '',
  } = /^(?<not>not\.)?(?<how>eq|neq|in|is)\.(?<value>.*)$/s.exec(written)?.groups ?? {};
  if (how === undefined || !known.includes(name)) return undefined;
  const wanted = how === 'in' ? value.replace(/^\((.*)\)$/, '$1').split(',') : [value];
  // No column of these tables is ever null.
  const holds: Condition = (row) => how !== 'is' && wanted.includes(String(row[name]));
  const isTurned = (not !== undefined) !== (how === 'neq');
  return (row) => holds(row) !== isTurned;
}
