import { randomBytes } from 'node:crypto';
import type { Outcome } from '../product/api';
import { claimsOf } from '../product/jwt';
import type { WritableRows } from '../product/types';
import type { Visitor } from '../visit/visitor';
import { sendAs } from './send-as';

/** Rows of a run's own in somebody's table, found again by the mark that is written into them. */
export interface Rows {
  /** Makes a row that says it is this owner's. */
  make(writer: Visitor, owner: Visitor, mark: string): Promise<Outcome>;
  change(writer: Visitor, id: string, values: Readonly<Record<string, unknown>>): Promise<Outcome>;
  remove(writer: Visitor, id: string): Promise<Outcome>;
  /** Ids of the rows with this mark that the reader is shown. Throws when they cannot be read. */
  withMark(reader: Visitor, mark: string): Promise<readonly string[]>;
  /** Whether the reader is shown this row with these values. Throws when it cannot be read. */
  holds(reader: Visitor, id: string, values: readonly (readonly [string, unknown])[]): Promise<boolean>;
  /** The columns of a row by which it belongs to this owner. */
  ownerOf(owner: Visitor): Readonly<Record<string, unknown>>;
}

/** A mark that nobody has written before. */
export function newMark(): string {
  return `trial-${randomBytes(9).toString('hex')}`;
}

/** PostgREST's ways to write rows of one table. Answers are asked to be bare, for then no right to read is needed. */
export function rowsOf({ path, column, row }: WritableRows): Rows {
  const ownerOf = ({ session }: Visitor) =>
    row({ userId: session?.userId ?? '', claims: claimsOf(session?.accessToken) ?? {} });
  const send = async (
    visitor: Visitor,
    method: string,
    query: string,
    body?: Readonly<Record<string, unknown>>,
  ) => {
    const headers = { prefer: 'return=minimal' };
    const { outcome } = await sendAs(visitor, {
      method,
      path: `${path}${query}`,
      headers,
      ...(body && { body }),
    });
    return outcome;
  };
  const found = async (reader: Visitor, filter: string, id?: string) => {
    const byId = id === undefined ? '' : `&id=eq.${id}`;
    const outcome = await send(reader, 'GET', `?select=id&${filter}${byId}`);
    // Some answer so where one row is asked for and there is none.
    if (id !== undefined && outcome.failed === undefined && outcome.status === 404) return [];
    if (outcome.failed !== undefined || outcome.status !== 200)
      throw new Error(`${reader.name} cannot look for rows at ${path}`);
    return idsIn(outcome.text());
  };
  return {
    ownerOf,
    make: (writer, owner, mark) => send(writer, 'POST', '', { ...ownerOf(owner), [column]: mark }),
    change: (writer, id, values) => send(writer, 'PATCH', `?id=eq.${id}`, values),
    remove: (writer, id) => send(writer, 'DELETE', `?id=eq.${id}`),
    withMark: (reader, mark) => found(reader, `${column}=eq.${mark}`),
    async holds(reader, id, values) {
      const filters = values.map(([name, value]) => `${name}=eq.${encodeURIComponent(String(value))}`);
      return (await found(reader, filters.join('&'), id)).length > 0;
    },
  };
}

function idsIn(json: string): readonly string[] {
  const rows: unknown = JSON.parse(json);
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown) =>
    typeof row === 'object' && row !== null && 'id' in row ? [String(row.id)] : [],
  );
}
