import { chromium, type BrowserContext, type Page } from '@playwright/test';
import * as z from 'zod';
import { findBrowser } from '../../browser/find';
import { assertAllowed } from '../allowed-hosts';
import { jsonIn } from '../json-in';
import { userNamedBy } from '../jwt';
import type { Credentials, Product, Session, SignInRecipe, StorageState } from '../types';
import { cookieHeader } from './cookies';
import { notSignedIn } from './errors';
import { fillForm, usualPatience, type FormSelectors } from './fill-form';
import { followPosts, type WhyNot } from './what-was-posted';

interface Options {
  readonly name?: string;
  /** The page with the form; without it, `pages.signIn` of the config. */
  readonly page?: string;
  /** For a form whose fields are not found by themselves. */
  readonly selectors?: FormSelectors;
  /** What is pressed before the form is there, in this order: a cookie banner, "Log in". */
  readonly steps?: readonly string[];
  /** The access token within the browser's storage, for requests to the API. Without one, cookies are sent. */
  readonly token?: (state: StorageState) => string | undefined;
  readonly alive: SignInRecipe['alive'];
  /** Milliseconds until a form that has not come is taken to be missing, and who pressed "Sign in" to be refused. */
  readonly patience?: number;
}

/** Milliseconds between two looks at what the browser keeps. */
const interval = 250;

/**
 * For whatever has a form: the page itself signs in, in a browser that nobody watches (a password belongs into no
 * evidence), and what the browser then keeps is the session. What the page keeps in sessionStorage does not come along.
 */
export function byPage(options: Options): SignInRecipe {
  return {
    name: options.name ?? 'byPage',
    needs: [],
    origins: [],
    alive: options.alive,
    signIn: (credentials, product) => signIn(options, credentials, product),
    storage: (session) => storageOf(session, options),
    headers: (session) => (session === null ? {} : credentialsOf(session)),
  };
}

/**
 * A token that the page keeps in an entry of localStorage, for `token`: as it is, or, where the entry is JSON, under
 * these keys in it.
 */
export function inLocalStorage(name: string, ...keys: readonly string[]): NonNullable<Options['token']> {
  return ({ origins }) => {
    const entry = origins.flatMap(({ localStorage }) => localStorage).find((one) => one.name === name);
    return entry && textUnder(entry.value, keys);
  };
}

function textUnder(value: string, keys: readonly string[]): string | undefined {
  if (keys.length === 0) return value;
  const found = keys.reduce<unknown>((here, key) => Object(here)[key], jsonIn(value));
  return typeof found === 'string' && found !== '' ? found : undefined;
}

async function signIn(options: Options, credentials: Credentials, product: Product): Promise<Session> {
  const { account } = credentials;
  const path = options.page ?? product.pages.signIn;
  assertAllowed(new URL(path, product.site), product.allowedHosts);
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: [...args] });
  try {
    const context = await browser.newContext({ baseURL: product.site });
    const page = await context.newPage();
    await page.goto(path);
    for (const step of options.steps ?? []) await page.locator(step).first().click();
    const before = JSON.stringify(await context.storageState());
    const posts = followPosts(page);
    const wrong = await fillForm(page, credentials, options);
    if (wrong !== undefined)
      throw notSignedIn(account, 'unexpected-answer', `${path}: ${wrong} → name it in signIn's selectors`);
    const state = await stateAfter(context, page, options, before);
    if (state === undefined) throw refused(path, credentials, posts.whyNot());
    return sessionIn(state, options, account);
  } catch (error) {
    throw isOurs(error) ? error : notSignedIn(account, 'unreachable', `${path} could not be used to sign in`);
  } finally {
    await browser.close();
  }
}

/** Playwright's own messages quote addresses and what stands in the page. */
function isOurs(error: unknown): boolean {
  return error instanceof Error && ['NotSignedIn', 'ConfigError'].includes(error.name);
}

/** What the browser keeps once somebody is signed in: the token is there, or the form has gone and something is new. */
async function stateAfter(
  context: BrowserContext,
  page: Page,
  { token, patience = usualPatience }: Options,
  before: string,
): Promise<StorageState | undefined> {
  const latest = Date.now() + patience;
  while (Date.now() < latest) {
    await page.waitForTimeout(interval);
    const state = await context.storageState({ indexedDB: true });
    if (token) {
      if (token(state)) return state;
      continue;
    }
    const hasGone = !(await page
      .locator('input[type=password]')
      .filter({ visible: true })
      .first()
      .isVisible());
    if (hasGone && JSON.stringify(await context.storageState()) !== before) return state;
  }
  return undefined;
}

function sessionIn(state: StorageState, { token }: Options, account: string): Session {
  const cookies = Object.fromEntries(state.cookies.map(({ name, value }) => [name, value]));
  const accessToken = token?.(state);
  if (!accessToken) return { account, cookies, raw: state };
  const userId = userNamedBy(accessToken);
  return { account, accessToken, ...(userId !== undefined && { userId }), raw: state };
}

function credentialsOf({ accessToken, cookies = {} }: Session): Record<string, string> {
  return accessToken ? { authorization: `Bearer ${accessToken}` } : { cookie: cookieHeader(cookies) };
}

const browserState = z.custom<StorageState>(
  (value) => typeof value === 'object' && value !== null && 'cookies' in value && 'origins' in value,
);

/** As the page left it, with the token or the cookies of this session, which may be forged. */
function storageOf({ raw, accessToken, cookies = {} }: Session, { token }: Options): StorageState {
  const left = browserState.parse(raw);
  const saved = token?.(left);
  const state =
    saved && accessToken
      ? browserState.parse(JSON.parse(JSON.stringify(left).replaceAll(saved, accessToken)))
      : left;
  return {
    ...state,
    cookies: state.cookies.map((one) => ({ ...one, value: cookies[one.name] ?? one.value })),
  };
}

function refused(path: string, { account, from }: Credentials, why: WhyNot | undefined): Error {
  if (why) return notSignedIn(account, why.fault, why.sentence);
  return notSignedIn(
    account,
    'wrong-credentials',
    `${path} was filled in and did not sign in: wrong e-mail address or password → check ${from.emailEnv} and ${from.passwordEnv} in .env`,
  );
}
