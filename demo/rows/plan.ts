import type { Catalogue, Table } from './catalogue';
import { tableOf, typeOf } from './catalogue';
import { valuesOfList, type Condition, type Order, type Wanted, type Wish } from './parse';
import { refused, unparsable } from './problem';

/** Collects `$n` values while SQL is written. Every value is sent as text and cast to what it must be. */
export interface Values {
  readonly all: readonly string[];
  readonly add: (value: string) => string;
}

export function noValues(): Values {
  const all: string[] = [];
  return { all, add: (value) => `$${all.push(value)}::text` };
}

/** A name from the catalogue, in quotes. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function stepped(column: string, path: readonly string[]): string {
  return path.reduce((sql, step, index) => (index % 2 === 0 ? `${sql} ${step} ` : `${sql}'${step}'`), column);
}

const comparisons = { eq: '=', neq: '<>', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;
const patterns = { like: 'like', ilike: 'ilike', match: '~', imatch: '~*' } as const;
const states = ['null', 'not_null', 'true', 'false', 'unknown'];

function testSql(table: Table, test: Condition & { readonly is: 'test' }, values: Values): string {
  const declared = typeOf(table, test.column);
  const type = test.path.length === 0 ? declared : test.path.includes('->>') ? 'text' : 'jsonb';
  const left = stepped(`${quoted(table.name)}.${quoted(test.column)}`, test.path);
  switch (test.operator) {
    case 'in':
      return `${left} = any (array[${valuesOfList(test.value)
        .map((value) => `${values.add(value)}::${type}`)
        .join(', ')}]::${type}[])`;
    case 'is':
      if (!states.includes(test.value.toLowerCase())) throw unparsable('filter', `is.${test.value}`);
      return `${left} is ${test.value.toLowerCase().replace('not_null', 'not null')}`;
    case 'like':
    case 'ilike':
      return `${left}::text ${patterns[test.operator]} ${values.add(test.value.replaceAll('*', '%'))}`;
    case 'match':
    case 'imatch':
      return `${left}::text ${patterns[test.operator]} ${values.add(test.value)}`;
    case 'eq':
    case 'neq':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return `${left} ${comparisons[test.operator]} ${values.add(test.value)}::${type}`;
  }
}

function conditionSql(table: Table, condition: Condition, values: Values): string {
  const sql =
    condition.is === 'test'
      ? testSql(table, condition, values)
      : condition.of.map((part) => conditionSql(table, part, values)).join(` ${condition.join} `) || 'true';
  return condition.not ? `not (${sql})` : `(${sql})`;
}

/** ` where …`, or nothing. */
export function whereSql(table: Table, conditions: readonly Condition[], values: Values): string {
  if (conditions.length === 0) return '';
  return ` where ${conditions.map((condition) => conditionSql(table, condition, values)).join(' and ')}`;
}

/** ` order by …`, or nothing. */
export function orderSql(table: Table, order: readonly Order[]): string {
  if (order.length === 0) return '';
  const parts = order.map(({ column, descending, nulls }) => {
    typeOf(table, column);
    return `${quoted(table.name)}.${quoted(column)}${descending ? ' desc' : ' asc'}${nulls === null ? '' : ` nulls ${nulls}`}`;
  });
  return ` order by ${parts.join(', ')}`;
}

interface Relation {
  readonly many: boolean;
  /** The join, from the outer table to the related one. */
  readonly sql: string;
}

function relationOf(catalogue: Catalogue, outer: Table, inner: Table): Relation {
  const down = catalogue.references.find(({ from, to }) => from === inner.name && to === outer.name);
  const up = catalogue.references.find(({ from, to }) => from === outer.name && to === inner.name);
  const link = up ?? down;
  if (link === undefined || outer.name === inner.name) {
    const message = `Could not find a relationship between '${outer.name}' and '${inner.name}' in the schema cache`;
    throw refused(400, 'PGRST200', message);
  }
  const sql = `${quoted(link.from)}.${quoted(link.column)} = ${quoted(link.to)}.${quoted(link.target)}`;
  return { many: up === undefined, sql };
}

interface Selecting {
  readonly catalogue: Catalogue;
  readonly wanted: Wanted;
  readonly values: Values;
}

function conditionsOf(selecting: Selecting, wish: Wish & { readonly is: 'related' }): readonly Condition[] {
  const { related } = selecting.wanted;
  return related.get(wish.alias) ?? related.get(wish.table) ?? [];
}

function relatedSql(selecting: Selecting, outer: Table, wish: Wish & { readonly is: 'related' }): string {
  const { catalogue, values } = selecting;
  const inner = tableOf(catalogue, wish.table);
  const relation = relationOf(catalogue, outer, inner);
  const where = whereSql(inner, conditionsOf(selecting, wish), values);
  const from = `from ${quoted(inner.name)}${where}${where === '' ? ' where ' : ' and '}${relation.sql}`;
  const row = `select ${selectSql(selecting, inner, wish.wishes)} ${from}`;
  if (!relation.many) return `(select row_to_json(one) from (${row} limit 1) one)`;
  return `(select coalesce(json_agg(many), '[]') from (${row}) many)`;
}

function wishSql(selecting: Selecting, table: Table, wish: Wish): string {
  if (wish.is === 'all') return `${quoted(table.name)}.*`;
  if (wish.is === 'related') return `${relatedSql(selecting, table, wish)} as ${quoted(wish.alias)}`;
  typeOf(table, wish.name);
  const column = stepped(`${quoted(table.name)}.${quoted(wish.name)}`, wish.path);
  return `${wish.cast === null ? column : `(${column})::${castName(wish.cast)}`} as ${quoted(wish.alias)}`;
}

const castNames = [
  'text',
  'int',
  'integer',
  'bigint',
  'numeric',
  'date',
  'timestamptz',
  'uuid',
  'boolean',
  'jsonb',
];

function castName(name: string): string {
  if (!castNames.includes(name)) throw refused(400, '42704', `type "${name}" does not exist`);
  return name;
}

/** The select list of a table: columns, JSON paths and rows of related tables. */
export function selectSql(selecting: Selecting, table: Table, wishes: readonly Wish[]): string {
  return wishes.map((wish) => wishSql(selecting, table, wish)).join(', ');
}

/** Conditions that a `!inner` relation adds: at least one related row. */
export function innerSql(selecting: Selecting, table: Table): readonly string[] {
  return selecting.wanted.wishes.flatMap((wish) => {
    if (wish.is !== 'related' || !wish.inner) return [];
    const inner = tableOf(selecting.catalogue, wish.table);
    const where = whereSql(inner, conditionsOf(selecting, wish), selecting.values);
    const join = relationOf(selecting.catalogue, table, inner).sql;
    return [
      `exists (select 1 from ${quoted(inner.name)}${where}${where === '' ? ' where ' : ' and '}${join})`,
    ];
  });
}
