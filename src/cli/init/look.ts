import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../../browser/find';
import { claimsOf, userNamedBy } from '../../product/jwt';
import { jsonIn } from '../../product/json-in';
import type { Read } from '../../product/types';
import { pagesFor, type OwnPage } from './pages-for';
import { type Heard, readsIn, withoutIds } from './reads';
import type { Seen } from './seen';
import { keysTo } from './keys-to';
import { backends, builders, traced, widgets } from './vendors';
import { comeIn, type Login, visit, type Visit } from './visit';

/** Where sites have what only some may see, for pages to which no link leads. */
const usual = {
  signIn: ['/sign-in', '/login', '/signin', '/log-in', '/auth'],
  private: ['/account', '/dashboard', '/profile', '/members', '/app', '/portal'],
  admin: ['/admin', '/staff'],
} as const;

const signInLike =
  /sign[-\s]?in|log[-\s]?in|anmelden|einloggen|connexion|iniciar[-\s]?sesi[oó]n|\baccedi\b|inloggen|\bentrar\b/i;
/** Who follows it is somebody else afterwards. */
const signOutLike =
  /sign[-\s]?out|log[-\s]?out|abmelden|ausloggen|d[eé]connexion|cerrar[-\s]?sesi[oó]n|\besci\b|uitloggen|\bsair\b/i;
const mostPublic = 3;
/** Links that everybody has, and links that only who is signed in has, are followed so far. */
const most = { common: 6, own: 3 } as const;

/** Whom somebody can be signed in as. */
interface Logins {
  readonly customer?: Login;
  readonly admin?: Login;
}

/**
 * Looks at a site with a browser: its pages, what they load and from where; and, where there are accounts, what the
 * private pages load for a customer and for an admin. Nothing is written but what signing in writes.
 * @throws when the site does not open
 */
export async function lookAround(address: string, logins: Logins): Promise<Seen> {
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: [...args] });
  try {
    return await lookWith(browser, new URL(address).origin, logins);
  } finally {
    await browser.close();
  }
}

async function lookWith(browser: Browser, site: string, logins: Logins): Promise<Seen> {
  const arrive = async () => visit(await browser.newContext({ baseURL: site }));
  const outside = await arrive();
  const home = await outside.open('/');
  const links = await outside.links();
  const signIn =
    (await firstThat(outside, [...links.filter((path) => signInLike.test(path)), ...usual.signIn])) ?? '/';
  const inside = logins.customer && (await comeIn(await arrive(), signIn, logins.customer));
  const office = logins.admin && (await comeIn(await arrive(), signIn, logins.admin));
  const insideLinks = (await inside?.links()) ?? [];
  const privatePages = inside
    ? await pagesFor(inside, [...usual.private, ...toFollow(insideLinks, links)], outside)
    : [];
  const adminLinks = newIn((await office?.links()) ?? [], [...links, ...insideLinks]);
  const adminPages = office
    ? await pagesFor(office, [...usual.admin, ...adminLinks.filter(isOfNoRecord)], inside ?? outside)
    : [];
  const paths = privatePages.map(({ path }) => path);
  const own = paths.filter(isOfNoRecord);
  const records = paths.filter((path) => !own.includes(path)).map(withoutIds);
  const others = links.filter((path) => ![signIn, '/', ...paths].includes(path));
  return {
    site,
    name: home.title || new URL(site).hostname,
    ...(home.language !== '' && { language: home.language }),
    pages: {
      public: ['/', ...others].slice(0, mostPublic),
      private: own,
      records: [...new Set(records)],
      admin: adminPages.map(({ path }) => path),
      signIn,
    },
    ...(await behind(site, home.html, { outside, inside, privatePages, adminPages })),
    wasInside: inside !== undefined,
  };
}

/** Links for who is signed in: its own first, and some that everybody has, for they may lead to what is not for everybody. */
function toFollow(own: readonly string[], common: readonly string[]): readonly string[] {
  return [...newIn(own, common), ...common.slice(0, most.common)].filter(
    (path) => path !== '/' && !signInLike.test(path),
  );
}

function newIn(links: readonly string[], common: readonly string[]): readonly string[] {
  return links
    .filter((path) => !common.includes(path) && !signInLike.test(path) && !signOutLike.test(path))
    .slice(0, most.own);
}

function isOfNoRecord(path: string): boolean {
  return withoutIds(path) === path;
}

interface Visits {
  readonly outside: Visit;
  readonly inside: Visit | undefined;
  readonly privatePages: readonly OwnPage[];
  readonly adminPages: readonly OwnPage[];
}

/** What is behind the pages: who made them, who signs people in, and which requests load what they show. */
async function behind(
  site: string,
  home: string,
  { outside, inside, privatePages, adminPages }: Visits,
): Promise<Omit<Seen, 'site' | 'name' | 'pages' | 'wasInside'>> {
  const state = await inside?.kept();
  const kept = JSON.stringify(state ?? {});
  const calls = (inside?.heard() ?? []).map(({ url }) => url).join('\n');
  const loaded = outside.heard().map(({ url, text }) => `${url}\n${text}`);
  const everything = [kept, calls, home, ...loaded].join('\n');
  const backend = traced(backends, everything) ?? 'page';
  const loads = readsIn(inside?.heard() ?? [], outside.heard(), { site, userId: userIn(kept) });
  // A page teaches no ids: those of one record each stay pages, and are no reads.
  const drawn = privatePages
    .filter(({ isDrawn }) => isDrawn)
    .flatMap(({ reads }) => reads.filter(({ path }) => !path.includes('{id}')));
  const tokenIn = state && inside && keptToken(state, inside.heard());
  const builder = traced(builders, home);
  const widget = traced(widgets, everything);
  const backendAddress = addressOf(backend, everything, site);
  const publishableKey = keyOf(backend, everything);
  return {
    backend,
    reads: byPath([...loads, ...drawn]),
    adminReads: byPath(adminPages.flatMap(({ reads }) => reads)),
    ...(tokenIn !== undefined && { tokenIn }),
    ...(builder !== undefined && { builder }),
    ...(widget !== undefined && { widget }),
    ...(backendAddress !== undefined && { backendAddress }),
    ...(publishableKey !== undefined && { publishableKey }),
  };
}

/** The first path that opens and has a form with a password. */
async function firstThat(visitor: Visit, paths: readonly string[]): Promise<string | undefined> {
  for (const path of new Set(paths)) {
    const { status } = await visitor.open(path);
    const hasForm = (await visitor.page.locator('input[type=password], input[type=email]').count()) > 0;
    if (status === 200 && hasForm) return path;
  }
  return undefined;
}

function byPath(reads: readonly Read[]): readonly Read[] {
  return [...new Map(reads.map((read) => [read.path, read])).values()];
}

/** Where in localStorage the token stands that the page asks with: the entry, and where in it. */
function keptToken(
  { origins }: Awaited<ReturnType<Visit['kept']>>,
  heard: readonly Heard[],
): readonly string[] | undefined {
  const used = new Set(heard.flatMap(({ bearer }) => bearer ?? []));
  const entries = origins.flatMap(({ localStorage }) => localStorage);
  const places = entries.flatMap(({ name, value }) => {
    const keys = keysTo(used, used.has(value) ? value : jsonIn(value));
    return keys ? [[name, ...keys]] : [];
  });
  return places[0];
}

function userIn(kept: string): string | undefined {
  const token = /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/.exec(kept)?.[0];
  return userNamedBy(token);
}

const addresses: Readonly<Record<Seen['backend'], RegExp | undefined>> = {
  supabase: /https?:\/\/[^/"'\s]+(?=\/auth\/v1\/)|https:\/\/[a-z\d]{20}\.supabase\.co/,
  outseta: /https:\/\/[\w-]+\.outseta\.com/,
  xano: /https:\/\/[\w-]+\.xano\.io\/api:[\w-]+/,
  firebase: undefined,
  memberstack: undefined,
  page: undefined,
};

function addressOf(backend: Seen['backend'], text: string, site: string): string | undefined {
  const found = addresses[backend]?.exec(text)?.[0];
  return found === site ? undefined : found;
}

/** Only keys that belong into every page: of Supabase's tokens the one whose role says so. */
function keyOf(backend: Seen['backend'], text: string): string | undefined {
  if (backend === 'firebase') return /AIza[\w-]{35}/.exec(text)?.[0];
  if (backend !== 'supabase') return undefined;
  const tokens = text.match(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g) ?? [];
  return (
    tokens.find((token) => claimsOf(token)?.['role'] === 'anon') ?? /sb_publishable_[\w-]+/.exec(text)?.[0]
  );
}
