import type { PGlite } from '@electric-sql/pglite';
import { demoApp } from './app';
import { anonKey, serviceKey } from './auth/keys';
import { callerReader } from './auth/caller';
import type { Claims, Database, DemoContext, Query } from './context';
import type { Change } from './fault';
import { soundParts } from './parts';
import type { DemoAccount } from './product';
import { people } from './seed/people';
import { sessionMade } from './seed/session';

/** Ways to the data within one transaction that is open already, so that all of it can be taken back. */
function databaseWithin(pglite: PGlite): Database {
  const query: Query = async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    (await pglite.query<Row>(sql, [...values])).rows;
  const as = async <T>(claims: Claims, run: (query: Query) => Promise<T>): Promise<T> => {
    await pglite.exec('savepoint request');
    const setting = `select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`;
    try {
      await pglite.query(setting, [claims.role, JSON.stringify(claims)]);
      const answer = await run(query);
      await pglite.query(setting, ['none', '']);
      await pglite.exec('release savepoint request');
      return answer;
    } catch (error) {
      await pglite.exec('rollback to savepoint request');
      throw error;
    }
  };
  return { as, asService: (run) => as({ role: 'service_role' }, run), asAuth: query };
}

/** One demo to try things on, without a port. */
export interface Trial {
  readonly db: Database;
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** A good token of an account, without the time that a password takes. */
  readonly tokenOf: (account: DemoAccount) => Promise<string>;
}

async function tokenOf(account: DemoAccount): Promise<string> {
  const person = people.find(({ key }) => key === account);
  if (person === undefined) throw new Error(`there is nobody called '${account}'`);
  return (await sessionMade(person, Math.floor(Date.now() / 1000))).access_token;
}

function trialOf(db: Database, changes: readonly Change[]): Trial {
  const parts = changes.reduce((now, { change }) => change?.(now) ?? now, soundParts);
  const demo: DemoContext = {
    db,
    parts,
    anonKey,
    serviceKey,
    origin: () => 'http://127.0.0.1:1',
    callerOf: callerReader(db, parts.auth),
    onStop: () => undefined,
  };
  const app = demoApp(demo);
  const ask: Trial['ask'] = (path, init) => app(new Request(`http://127.0.0.1:1${path}`, init));
  return { db, ask, tokenOf };
}

/** Tries the demo with these changes, and takes back whatever became of the database. */
export async function trying<T>(
  pglite: PGlite,
  changes: readonly Change[],
  work: (trial: Trial) => Promise<T>,
): Promise<T> {
  await pglite.exec('begin');
  try {
    for (const { sql } of changes) if (sql !== undefined) await pglite.exec(sql);
    return await work(trialOf(databaseWithin(pglite), changes));
  } finally {
    await pglite.exec('rollback');
  }
}
