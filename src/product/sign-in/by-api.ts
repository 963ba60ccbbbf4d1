import type { Credentials, Product, Session, SignInRecipe, StorageState } from '../types';
import { notSignedIn } from './errors';
import { exchange, type SignInAnswer } from './exchange';

/** Where a page looks for its session: names and values of its own storage. */
export interface Kept {
  readonly localStorage?: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
}

interface Options {
  /** What the recipe is called in messages. */
  readonly name?: string;
  /** Names of environment variables that must be set, accounts aside. */
  readonly needs?: readonly string[];
  /** The request that signs in: a path on the site or a whole URL, and what is sent there as JSON. */
  readonly ask: (credentials: Pick<Credentials, 'email' | 'password'>) => {
    readonly url: string;
    readonly body: unknown;
  };
  /** Origins besides the site's own that are asked. */
  readonly origins?: readonly string[];
  /** The session in what a successful sign-in answers; `undefined` when there is none in it. */
  readonly read: (json: unknown) => Pick<Session, 'accessToken' | 'userId' | 'refreshToken'> | undefined;
  /** Where the page keeps it. Tokens are those of `session`, which may be forged ones. */
  readonly keep: (session: Session) => Kept;
  readonly alive: SignInRecipe['alive'];
  /** Without it, requests carry the token as a bearer token. */
  readonly headers?: SignInRecipe['headers'];
}

/**
 * For backends with an endpoint that takes an address and a password and answers with a token, which the page's own
 * script would then keep: the same is asked, and the answer put where the page looks for it.
 */
export function byApi(options: Options): SignInRecipe {
  const { name = 'byApi', needs = [], origins = [], keep, alive, headers = bearer } = options;
  return {
    name,
    needs,
    origins: origins.map((origin) => new URL(origin).origin),
    alive,
    headers,
    signIn: (credentials, product) => signIn(options, credentials, product),
    storage: (session, siteOrigin) => storageOf(keep(session), new URL(siteOrigin)),
  };
}

async function signIn({ ask, read }: Options, credentials: Credentials, product: Product): Promise<Session> {
  const { account, email, password } = credentials;
  const { url, body } = ask({ email, password });
  const answer = await exchange({ account, product }, new URL(url, product.site), { headers: {}, body });
  if (answer.status < 200 || answer.status > 299) throw refusedBy(answer, credentials, product);
  const session = read(answer.json);
  if (session?.accessToken) return { account, raw: answer.json, ...session };
  throw notSignedIn(account, 'unexpected-answer', 'the sign-in answered without a token in it');
}

function bearer(session: Session | null): Record<string, string> {
  return session?.accessToken ? { authorization: `Bearer ${session.accessToken}` } : {};
}

function storageOf(
  { localStorage = {}, cookies = {} }: Kept,
  { origin, hostname, protocol }: URL,
): StorageState {
  const items = Object.entries(localStorage).map(([name, value]) => ({ name, value }));
  return {
    cookies: Object.entries(cookies).map(([name, value]) => ({
      name,
      value,
      domain: hostname,
      path: '/',
      expires: -1,
      httpOnly: false,
      secure: protocol === 'https:',
      sameSite: 'Lax' as const,
    })),
    origins: items.length === 0 ? [] : [{ origin, localStorage: items }],
  };
}

/** Of what was answered only the status is told: it may quote the address. */
function refusedBy({ status }: SignInAnswer, { account, from }: Credentials, { name }: Product): Error {
  const said = `${name} answered ${status}`;
  if (status === 429)
    return notSignedIn(account, 'throttled', `${said}: too many sign-ins → wait, or run fewer workers`);
  if (status >= 500) return notSignedIn(account, 'unexpected-answer', said);
  return notSignedIn(
    account,
    'wrong-credentials',
    `${said}: wrong e-mail address or password, or a wrong key → check ${from.emailEnv} and ${from.passwordEnv} in .env`,
  );
}
