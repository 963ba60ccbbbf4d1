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

/** Only a JWT says who made it for whom: of opaque tokens and cookies there is nothing to make but another one. */
async function forgeriesBy(intruder: Visitor, { keeper }: Holding): Promise<readonly Forgery[]> {
  const { persona, session } = intruder;
  if (persona.session === 'forged') {
    const good = await goodTokenOf(intruder);
    return good === undefined || !claimsOf(good) ? [] : forgeriesOf(good);
  }
  if (persona.session !== 'live' || !session?.accessToken) return [];
  const { userId, accessToken: token } = keeper.session ?? {};
  return userId === undefined || token === undefined ? [] : rewritten(session.accessToken, { userId, token });
}
