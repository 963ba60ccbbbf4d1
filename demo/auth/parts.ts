import type { Claims } from '../context';
import { allRules, readTokenBy, type ReadToken } from './token';

/** A refresh token as the database knows it. */
export interface RefreshState {
  readonly spent: boolean;
  readonly sessionRevoked: boolean;
}

/** How sessions are judged. */
export interface AuthParts {
  /** Every bearer token of every route goes through this. */
  readonly readToken: (token: string) => Promise<ReadToken>;
  /** Whether a session that was signed out (or is not known) still opens `/api` and `/auth/v1/user`. */
  readonly sessionServes: (session: { readonly revoked: boolean } | null) => boolean;
  readonly refreshServes: (token: RefreshState) => boolean;
  /** The role on which `/api/admin` decides. */
  readonly roleOf: (claims: Claims, request: Request) => 'customer' | 'admin';
}

export const soundAuth: AuthParts = {
  readToken: (token) => readTokenBy(allRules, token),
  sessionServes: (session) => session !== null && !session.revoked,
  refreshServes: ({ spent, sessionRevoked }) => !spent && !sessionRevoked,
  roleOf: (claims) => (claims.app_metadata?.role === 'admin' ? 'admin' : 'customer'),
};
