import type { PGlite, Transaction } from '@electric-sql/pglite';
import type { Claims, Database, Query } from '../context';

/** The roles that a token may name. */
const roles = ['anon', 'authenticated', 'service_role'];

function queryOf(server: Pick<Transaction, 'query'>): Query {
  return async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    (await server.query<Row>(sql, [...values])).rows;
}

/**
 * The row-level-security way in. As in PostgREST each call is one transaction whose role and claims are set
 * locally by one statement. Throws for a role that is none of the API's own.
 */
export function databaseOn(pglite: PGlite): Database {
  const as = <T>(claims: Claims, run: (query: Query) => Promise<T>): Promise<T> =>
    pglite.transaction(async (transaction) => {
      if (!roles.includes(claims.role)) throw new Error(`role "${claims.role}" does not exist`);
      const setting = `select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`;
      await transaction.query(setting, [claims.role, JSON.stringify(claims)]);
      return run(queryOf(transaction));
    });
  return { as, asService: (run) => as({ role: 'service_role' }, run), asAuth: queryOf(pglite) };
}
