import { claimsOf } from '../product/jwt';
import { forgeriesOf, rewritten, type Forgery } from '../product/sessions/forgeries';
import type { Read } from '../product/types';
import type { Holding, Visitor } from '../visit/visitor';
import type { Forging } from './techniques/technique';

/**
 * What this visitor can forge in order to read: of the token that it found, or of its own. Who looks at tokens is a
 * route, whatever its query says, so each route is tried once.
 *
 * @returns `undefined` when there is nothing to forge, or when the route is tried by another read
 */
export async function forgingOf(
  intruder: Visitor,
  holding: Holding,
  read: Read,
): Promise<Forging | undefined> {
  const { session, stage } = intruder;
  if (!session || !isFirstOfRoute(read, stage.product.reads)) return undefined;
  const forgeries = await forgeriesBy(intruder, holding);
  if (forgeries.length === 0) return undefined;
  return { forgeries, headers: carriedBy(intruder) };
}

/** How this visitor's product carries a token, for other tokens than the visitor's own. */
export function carriedBy({ session, stage }: Visitor): Forging['headers'] {
  const { signIn } = stage.product;
  return (accessToken) => signIn.headers(session && { ...session, accessToken });
}

/** The good token behind a forged session: its account's own. */
export async function goodTokenOf({ persona, stage }: Visitor): Promise<string | undefined> {
  const good = await stage.sessions.of({ ...persona, session: 'live' });
  return good?.accessToken;
}

/** Whether no read before this one goes to the same place. Pure. */
export function isFirstOfRoute(read: Read, reads: readonly Read[]): boolean {
  const first = reads.find((other) => other.kind === read.kind && routeOf(other) === routeOf(read));
  return first === undefined || first === read;
}

function routeOf({ path, method = 'GET' }: Read): string {
  return `${method} ${path.replace(/\?.*$/s, '')}`;
}

async function forgeriesBy(intruder: Visitor, { keeper }: Holding): Promise<readonly Forgery[]> {
  const { persona, session } = intruder;
  if (persona.session === 'forged') {
    const good = await goodTokenOf(intruder);
    return isJwt(good) ? forgeriesOf(good) : [];
  }
  const own = session?.accessToken;
  const owner = keeper.session;
  if (persona.session !== 'live' || !isJwt(own) || owner?.userId === undefined) return [];
  return rewritten(own, { userId: owner.userId, token: owner.accessToken ?? '' });
}

/** Cookies and opaque tokens claim nothing that could be claimed otherwise. */
function isJwt(token: string | undefined): token is string {
  return token !== undefined && claimsOf(token) !== undefined;
}
