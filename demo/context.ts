import type { Hono } from 'hono';
import type { Parts } from './parts';

/** What a JSON Web Token of this product says, as far as the demo reads it. */
export interface Claims {
  readonly [name: string]: unknown;
  /** The database role: `anon`, `authenticated` or `service_role`. */
  readonly role: string;
  /** The user's id. */
  readonly sub?: string;
  readonly session_id?: string;
  readonly email?: string;
  readonly app_metadata?: { readonly tenant_id?: string; readonly role?: string };
  readonly user_metadata?: { readonly [name: string]: unknown };
}

/** Somebody with a good session. */
export interface User {
  readonly is: 'user';
  readonly id: string;
  readonly tenantId: string;
  readonly role: 'customer' | 'admin';
  readonly email: string;
  readonly name: string;
  readonly sessionId: string;
  readonly claims: Claims;
  /** The bearer token itself, for calls on the caller's authority. */
  readonly token: string;
}

/** A visitor without a session; `claims` are those of the anon key. */
export interface Nobody {
  readonly is: 'nobody';
  readonly claims: Claims;
}

export type Caller = User | Nobody;

/** Runs one statement with `$1`-style values and gives its rows. */
export type Query = <Row extends object = Record<string, unknown>>(
  sql: string,
  values?: readonly unknown[],
) => Promise<Row[]>;

/** The only ways to the data. */
export interface Database {
  /**
   * One transaction with the database role and `request.jwt.claims` of these claims, as PostgREST does it:
   * row-level security decides what is seen. Rolls back when `run` throws.
   */
  readonly as: <T>(claims: Claims, run: (query: Query) => Promise<T>) => Promise<T>;
  /** The same as `service_role`, which no row-level security binds. */
  readonly asService: <T>(run: (query: Query) => Promise<T>) => Promise<T>;
  /** One statement as the auth server's own user, without claims: it asks whose session a request carries. */
  readonly asAuth: Query;
}

/** What every room of the demo is given. */
export interface DemoContext {
  readonly db: Database;
  readonly parts: Parts;
  /** The publishable key: a JWT with role `anon`. */
  readonly anonKey: string;
  /** The key that must never leave the server: a JWT with role `service_role`. */
  readonly serviceKey: string;
  /** `http://127.0.0.1:PORT`; known once the server listens, so not while rooms are mounted. */
  readonly origin: () => string;
  /**
   * Who sent this request, by its `authorization: Bearer` header. No header, or the anon key, is nobody.
   * Throws hono's HTTPException 401 (which the app answers) for a token that is dead, revoked or forged.
   */
  readonly callerOf: (request: Request) => Promise<Caller>;
  /** Something to close when the demo stops. */
  readonly onStop: (close: () => Promise<void> | void) => void;
}

/** How a room adds its routes. */
export type Mount = (app: Hono, demo: DemoContext) => void;
