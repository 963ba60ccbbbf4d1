import { unparsable } from './problem';

/** One wish of `select=`: a column, or the rows of a related table. */
export type Wish =
  | { readonly is: 'all' }
  | {
      readonly is: 'column';
      readonly name: string;
      readonly path: readonly string[];
      readonly alias: string;
      readonly cast: string | null;
    }
  | {
      readonly is: 'related';
      readonly table: string;
      readonly alias: string;
      readonly inner: boolean;
      readonly wishes: readonly Wish[];
    };

export const operators = [
  'eq',
  'neq',
  'gt',
  'gte',
  'lt',
  'lte',
  'like',
  'ilike',
  'match',
  'imatch',
  'in',
  'is',
] as const;
export type Operator = (typeof operators)[number];

/** What rows must be like. */
export type Condition =
  | {
      readonly is: 'test';
      readonly not: boolean;
      readonly column: string;
      readonly path: readonly string[];
      readonly operator: Operator;
      readonly value: string;
    }
  | {
      readonly is: 'group';
      readonly not: boolean;
      readonly join: 'and' | 'or';
      readonly of: readonly Condition[];
    };

export interface Order {
  readonly column: string;
  readonly descending: boolean;
  readonly nulls: 'first' | 'last' | null;
}

/** The query part of a request. */
export interface Wanted {
  readonly wishes: readonly Wish[];
  readonly conditions: readonly Condition[];
  /** Conditions on the rows of a related table, by its name. */
  readonly related: ReadonlyMap<string, readonly Condition[]>;
  readonly order: readonly Order[];
  readonly limit: number | null;
  readonly offset: number;
}

/** Splits at commas that are in no bracket and in no quotes. */
export function splitList(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let part = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted && sign === '\\') {
      part += sign + text.charAt(at + 1);
      at += 1;
      continue;
    }
    if (sign === '"') quoted = !quoted;
    if (!quoted && sign === '(') depth += 1;
    if (!quoted && sign === ')') depth -= 1;
    if (sign === ',' && depth === 0 && !quoted) {
      parts.push(part);
      part = '';
    } else {
      part += sign;
    }
  }
  if (depth !== 0 || quoted) throw unparsable('list', text);
  return text === '' ? [] : [...parts, part];
}

function unquoted(text: string): string {
  return text.startsWith('"') && text.endsWith('"') && text.length > 1
    ? text.slice(1, -1).replaceAll(/\\(.)/g, '$1')
    : text;
}

/** `data->a->>b` as its column and the way into its JSON. */
function pathOf(text: string): { readonly name: string; readonly path: readonly string[] } {
  const [name = '', ...path] = text.split(/(->>?)/);
  if (!/^[a-z_]\w*$/i.test(name) || path.some((step, index) => index % 2 === 1 && !/^\w+$/.test(step))) {
    throw unparsable('column', text);
  }
  return { name, path };
}

function wishOf(text: string): Wish {
  const trimmed = text.trim();
  if (trimmed === '*') return { is: 'all' };
  const related = /^(?:(\w+):)?(\w+)((?:!\w+)*)\((.*)\)$/s.exec(trimmed);
  if (related !== null) {
    const [, alias, table = '', hints = '', inside = ''] = related;
    return {
      is: 'related',
      table,
      alias: alias ?? table,
      inner: hints.includes('!inner'),
      wishes: parseSelect(inside),
    };
  }
  const column = /^(?:(\w+):(?!:))?([^:]+?)(?:::(\w+))?$/.exec(trimmed);
  if (column === null) throw unparsable('select parameter', trimmed);
  const [, alias, target = '', cast] = column;
  const { name, path } = pathOf(target);
  return { is: 'column', name, path, alias: alias ?? path.at(-1) ?? name, cast: cast ?? null };
}

/** The wishes of `select=`; without any, every column. */
export function parseSelect(text: string): readonly Wish[] {
  return text.trim() === '' ? [{ is: 'all' }] : splitList(text).map(wishOf);
}

function isOperator(text: string): text is Operator {
  return operators.some((operator) => operator === text);
}

/** `not.eq.5` for a column. */
function testOf(column: string, text: string): Condition {
  const not = text.startsWith('not.');
  const rest = not ? text.slice(4) : text;
  const dot = rest.indexOf('.');
  const operator = rest.slice(0, dot);
  if (dot < 1 || !isOperator(operator)) throw unparsable('filter', text);
  const { name, path } = pathOf(column);
  return { is: 'test', not, column: name, path, operator, value: rest.slice(dot + 1) };
}

/** `(a.eq.1,or(b.lt.2,not.c.is.null))` of `and=` and `or=`. */
function groupOf(join: 'and' | 'or', not: boolean, text: string): Condition {
  const inside = /^\((.*)\)$/s.exec(text.trim())?.[1];
  if (inside === undefined) throw unparsable('logic tree', text);
  return { is: 'group', not, join, of: splitList(inside).map((part) => memberOf(part.trim())) };
}

function memberOf(text: string): Condition {
  const group = /^(not\.)?(and|or)(\(.*\))$/s.exec(text);
  if (group !== null)
    return groupOf(group[2] === 'and' ? 'and' : 'or', group[1] !== undefined, group[3] ?? '');
  const test = /^([^.]+)\.(.*)$/s.exec(text);
  if (test === null) throw unparsable('logic tree', text);
  const value = test[2] ?? '';
  const quoted = /^((?:not\.)?\w+\.)(".*")$/s.exec(value);
  return testOf(test[1] ?? '', quoted === null ? value : `${quoted[1] ?? ''}${unquoted(quoted[2] ?? '')}`);
}

/** The values of `in.(a,"b,c")`. */
export function valuesOfList(text: string): readonly string[] {
  const inside = /^\((.*)\)$/s.exec(text)?.[1];
  if (inside === undefined) throw unparsable('filter', text);
  return splitList(inside).map(unquoted);
}

function orderOf(text: string): Order {
  const [column = '', ...words] = text.trim().split('.');
  const nulls = words.includes('nullsfirst') ? 'first' : words.includes('nullslast') ? 'last' : null;
  if (words.some((word) => !['asc', 'desc', 'nullsfirst', 'nullslast'].includes(word)))
    throw unparsable('order', text);
  return { column: pathOf(column).name, descending: words.includes('desc'), nulls };
}

function whole(text: string | null, name: string): number | null {
  if (text === null) return null;
  if (!/^\d+$/.test(text)) throw unparsable(name, text);
  return Number(text);
}

const reserved = ['select', 'order', 'limit', 'offset', 'columns', 'on_conflict', 'apikey'];

/** Reads the query of a request; `ignored` are names that are no filters (the arguments of a function). */
export function parseWanted(query: URLSearchParams, ignored: readonly string[] = []): Wanted {
  const conditions: Condition[] = [];
  const related = new Map<string, Condition[]>();
  for (const [name, value] of query) {
    if (reserved.includes(name) || ignored.includes(name)) continue;
    const group = /^(not\.)?(and|or)$/.exec(name);
    const foreign = /^(\w+)\.(\w+)$/.exec(name);
    if (group !== null) {
      conditions.push(groupOf(group[2] === 'and' ? 'and' : 'or', group[1] !== undefined, value));
    } else if (foreign !== null) {
      const [, table = '', column = ''] = foreign;
      related.set(table, [...(related.get(table) ?? []), testOf(column, value)]);
    } else {
      conditions.push(testOf(name, value));
    }
  }
  return {
    wishes: parseSelect(query.get('select') ?? ''),
    conditions,
    related,
    order: splitList(query.get('order') ?? '').map(orderOf),
    limit: whole(query.get('limit'), 'limit'),
    offset: whole(query.get('offset'), 'offset') ?? 0,
  };
}
