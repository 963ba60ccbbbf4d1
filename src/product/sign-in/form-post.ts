import type { Cookie } from 'undici';
import * as z from 'zod';
import type { Credentials, Product, Session, SignInRecipe } from '../types';
import { cookieHeader, cookiesSetBy, keptAfter, storedCookies } from './cookies';
import { notSignedIn } from './errors';
import { exchange } from './exchange';
import { csrfTokenIn, hiddenFields } from './hidden-fields';

interface Options {
  /** The page with the form; its cookies and hidden fields are sent along. */
  readonly page: string;
  /** Where the form goes, when it is not the page itself. */
  readonly action?: string;
  /** Names of the two fields. Without it: `email` and `password`. */
  readonly fields?: { readonly email: string; readonly password: string };
  /** Names of the cookies that say whose session it is: `sid`, `connect.sid`, `laravel_session`. */
  readonly sessionCookies: readonly string[];
  /** For products that want a token with what people send: the header that carries it, and the page or cookie that has it. */
  readonly csrf?: { readonly header: string } & ({ readonly page: string } | { readonly cookie: string });
  readonly alive: SignInRecipe['alive'];
  /** How the page at `alive` says who is signed in, as a group `id`: `/data-user="(?<id>\d+)"/`. */
  readonly userId?: RegExp;
  /** What is posted in order to sign out, and what that ends (`at once` when not said). */
  readonly signOut?: { readonly path: string; readonly ends?: 'at once' | 'refresh only' };
}

/** Of a session of this recipe, what is not the session itself. */
interface Rest {
  readonly jar: readonly Cookie[];
  readonly csrf?: string;
}

const rest: z.ZodType<Rest> = z.object({
  jar: z.array(z.custom<Cookie>((value) => typeof value === 'object')),
  csrf: z.string().exactOptional(),
});

/**
 * Servers that render their pages: a form is posted, and a cookie says from then on who somebody is. Whether that worked
 * is not told by the answer (the form again, or a redirect) but by a request that only works for who is signed in.
 */
export function formPost(options: Options): SignInRecipe {
  const headers = (session: Session | null): Record<string, string> => {
    if (session === null) return {};
    const { csrf } = rest.parse(session.raw);
    return {
      cookie: cookieHeader(cookiesOf(session)),
      ...(options.csrf && csrf !== undefined && { [options.csrf.header]: csrf }),
    };
  };
  return {
    name: 'formPost',
    needs: [],
    origins: [],
    alive: options.alive,
    signIn: (credentials, product) => signIn(options, credentials, product),
    headers,
    storage: (session, siteOrigin) => ({ cookies: storedCookies(jarOf(session), siteOrigin), origins: [] }),
    ...(options.signOut && {
      signOut: {
        ends: options.signOut.ends ?? 'at once',
        run: (session, product) => signOut(options.signOut?.path ?? '', session, headers(session), product),
      },
    }),
  };
}

async function signIn(options: Options, credentials: Credentials, product: Product): Promise<Session> {
  const { account } = credentials;
  const ask = asking(account, product);
  const page = await ask(options.page, []);
  const fields = options.fields ?? { email: 'email', password: 'password' };
  const body = new URLSearchParams({
    ...hiddenFields(page.text),
    [fields.email]: credentials.email,
    [fields.password]: credentials.password,
  });
  const answer = await ask(options.action ?? options.page, page.jar, body);
  const alive = await ask(options.alive.path, answer.jar);
  if (alive.status !== 200) throw refused(answer.status, credentials);
  const csrf = await csrfOf(options, ask, alive);
  const userId = options.userId?.exec(alive.text)?.groups?.['id'];
  return {
    account,
    ...(userId !== undefined && { userId }),
    cookies: sessionCookiesIn(alive.jar, options, account),
    raw: { jar: alive.jar, ...(csrf !== undefined && { csrf }) } satisfies Rest,
  };
}

interface Asked {
  readonly status: number;
  readonly text: string;
  /** What a browser keeps afterwards. */
  readonly jar: readonly Cookie[];
}

function asking(account: string, product: Product) {
  return async (path: string, jar: readonly Cookie[], body?: URLSearchParams): Promise<Asked> => {
    const headers = jar.length === 0 ? {} : { cookie: cookieHeader(valuesOf(jar)) };
    const url = new URL(path, product.site);
    const { status, text, setCookie } = await exchange({ account, product }, url, {
      headers: { ...headers, origin: product.site },
      ...(body && { body }),
    });
    return { status, text, jar: keptAfter(jar, cookiesSetBy(setCookie)) };
  };
}

async function csrfOf(
  { csrf, alive }: Options,
  ask: ReturnType<typeof asking>,
  asked: Asked,
): Promise<string | undefined> {
  if (!csrf) return undefined;
  if ('cookie' in csrf) {
    const value = asked.jar.find(({ name }) => name === csrf.cookie)?.value;
    return value && decodeURIComponent(value);
  }
  return csrfTokenIn(csrf.page === alive.path ? asked.text : (await ask(csrf.page, asked.jar)).text);
}

function sessionCookiesIn(
  jar: readonly Cookie[],
  { sessionCookies }: Options,
  account: string,
): Record<string, string> {
  const found = jar.filter(({ name }) => sessionCookies.includes(name));
  if (found.length > 0) return valuesOf(found);
  throw notSignedIn(
    account,
    'unexpected-answer',
    `signing in set no cookie called ${sessionCookies.join(' or ')}, but ${jar.map(({ name }) => name).join(', ') || 'none'}`,
  );
}

async function signOut(
  path: string,
  { account }: Session,
  headers: Readonly<Record<string, string>>,
  product: Product,
): Promise<void> {
  const { status } = await exchange({ account, product }, new URL(path, product.site), {
    headers: { ...headers, origin: product.site },
    method: 'POST',
  });
  if (status >= 400) throw notSignedIn(account, 'unexpected-answer', `signing out answered ${status}`);
}

/** All cookies of a session, with those that carry it as the session has them: they may be forged. */
function jarOf({ raw, cookies = {} }: Session): readonly Cookie[] {
  return rest.parse(raw).jar.map((one) => ({ ...one, value: cookies[one.name] ?? one.value }));
}

function cookiesOf(session: Session): Record<string, string> {
  return valuesOf(jarOf(session));
}

function valuesOf(jar: readonly Cookie[]): Record<string, string> {
  return Object.fromEntries(jar.map(({ name, value }) => [name, value]));
}

function refused(status: number, { account, from }: Credentials): Error {
  if (status === 429)
    return notSignedIn(account, 'throttled', 'too many sign-ins → wait, or run fewer workers');
  if (status >= 500) return notSignedIn(account, 'unexpected-answer', `the form answered ${status}`);
  return notSignedIn(
    account,
    'wrong-credentials',
    `the form answered ${status} and nobody is signed in: wrong e-mail address or password → check ${from.emailEnv} and ${from.passwordEnv} in .env`,
  );
}
