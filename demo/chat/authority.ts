import type { Caller, Database, Query } from '../context';

/** On whose behalf the tools read, and how. */
export interface Authority {
  /** `null` for a visitor who is not signed in. */
  readonly userId: string | null;
  readonly tenantId: string | null;
  /** One transaction with this authority's own rights. */
  readonly read: <T>(run: (query: Query) => Promise<T>) => Promise<T>;
}

/** The caller's own rights and nothing else: what the request's token proves, whatever its body says. */
export function ownAuthority(caller: Caller, db: Database): Authority {
  const signedIn = caller.is === 'user';
  return {
    userId: signedIn ? caller.id : null,
    tenantId: signedIn ? caller.tenantId : null,
    read: (run) => db.as(caller.claims, run),
  };
}
