import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { settledAfter } from '../../attempts/page-settled';
import { findBrowser } from '../../browser/find';
import { claimsOf } from '../../product/jwt';
import { fillForm } from '../../product/sign-in/fill-form';
import { type Heard, readsIn, withoutIds } from './reads';
import type { Seen } from './seen';
import { backends, builders, traced, widgets } from './vendors';

/** Where sites have what only some may see, for pages to which no link leads. */
const usual = {
  signIn: ['/sign-in', '/login', '/signin', '/log-in', '/auth'],
  private: ['/account', '/dashboard', '/profile', '/members', '/app', '/portal'],
  admin: ['/admin'],
} as const;

const signInLike = /sign[-\s]?in|log[-\s]?in|anmelden|connexion/i;
const mostPublic = 3;

/** Somebody to look around as. */
interface Login {
  readonly email: string;
  readonly password: string;
}

/**
 * Looks at a site with a browser: its pages, what they load and from where; and, where there are accounts, what the
 * private pages load for a customer and for an admin. Nothing is written but what signing in writes.
 * @throws when the site does not open
 */
export async function lookAround(
  address: string,
  logins: { readonly customer?: Login; readonly admin?: Login },
): Promise<Seen> {
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: [...args] });
  try {
    const site = new URL(address).origin;
    const arrive = async () => visit(await browser.newContext({ baseURL: site }));
    const outside = await arrive();
    const home = await outside.open('/');
    const links = await outside.links();
    const signIn =
      (await firstThat(outside, [...links.filter((path) => signInLike.test(path)), ...usual.signIn])) ?? '/';
    const inside = logins.customer && (await comeIn(await arrive(), signIn, logins.customer));
    const office = logins.admin && (await comeIn(await arrive(), signIn, logins.admin));
    const privatePages = inside ? await pagesFor(inside, usual.private, links, outside) : [];
    const adminPages = office ? await pagesFor(office, usual.admin, undefined, outside) : [];
    const own = privatePages.filter((path) => withoutIds(path) === path);
    const records = privatePages.filter((path) => !own.includes(path)).map(withoutIds);
    const others = links.filter((path) => ![signIn, '/', ...privatePages].includes(path));
    return {
      site,
      name: home.title || new URL(address).hostname,
      pages: {
        public: ['/', ...others].slice(0, mostPublic),
        private: own,
        records: [...new Set(records)],
        admin: adminPages,
        signIn,
      },
      ...(await behind(site, home.html, { outside, inside, office })),
      wasInside: inside !== undefined,
    };
  } finally {
    await browser.close();
  }
}

interface Visits {
  readonly outside: Visit;
  readonly inside: Visit | undefined;
  readonly office: Visit | undefined;
}

/** What is behind the pages: who made them, who signs people in, and which requests load what they show. */
async function behind(
  site: string,
  home: string,
  { outside, inside, office }: Visits,
): Promise<Omit<Seen, 'site' | 'name' | 'pages' | 'wasInside'>> {
  const kept = (await inside?.kept()) ?? '';
  const calls = (inside?.heard() ?? []).map(({ url }) => url).join('\n');
  const loaded = outside.heard().map(({ url, text }) => `${url}\n${text}`);
  const everything = [kept, calls, home, ...loaded].join('\n');
  const backend = traced(backends, everything) ?? 'page';
  const reads = readsIn(inside?.heard() ?? [], outside.heard(), { site, userId: userIn(kept) });
  const asAdmin = readsIn(office?.heard() ?? [], outside.heard(), { site, userId: undefined });
  const builder = traced(builders, home);
  const widget = traced(widgets, everything);
  const backendAddress = addressOf(backend, everything, site);
  const publishableKey = keyOf(backend, everything);
  return {
    backend,
    reads,
    adminReads: asAdmin.filter(({ path }) => path.includes('admin')),
    ...(builder !== undefined && { builder }),
    ...(widget !== undefined && { widget }),
    ...(backendAddress !== undefined && { backendAddress }),
    ...(publishableKey !== undefined && { publishableKey }),
  };
}

/** One visitor: opens pages, and remembers what they loaded. */
async function visit(context: BrowserContext) {
  const page = await context.newPage();
  const heard: Promise<Heard>[] = [];
  page.on('response', (response) => {
    const request = response.request();
    const type = response.headers()['content-type'] ?? '';
    const text = /html|javascript|json/.test(type) ? response.text().catch(() => '') : Promise.resolve('');
    const told = { url: response.url(), method: request.method(), status: response.status(), type };
    heard.push(text.then((body) => ({ ...told, text: body })));
  });
  let all: readonly Heard[] = [];
  return {
    page,
    heard: () => all,
    kept: async () => JSON.stringify(await context.storageState({ indexedDB: true })),
    links: () => linksOn(page),
    async open(path: string) {
      const answer = await settledAfter(page, () => page.goto(path));
      all = await Promise.all(heard);
      const status = answer?.status() ?? 0;
      return {
        status,
        path: new URL(page.url()).pathname,
        html: await page.content(),
        title: await page.title(),
      };
    },
  };
}

type Visit = Awaited<ReturnType<typeof visit>>;

/** Signs in by the form; `undefined` where that does not work. */
async function comeIn(visitor: Visit, path: string, login: Login): Promise<Visit | undefined> {
  await visitor.open(path);
  const wrong = await settledAfter(visitor.page, () => fillForm(visitor.page, login));
  const isStillThere = await visitor.page.locator('input[type=password]').first().isVisible();
  return wrong === undefined && !isStillThere ? visitor : undefined;
}

/**
 * Those that open for who is signed in, and load something that nobody else is given.
 * @param known links that everybody has; without them, no links are followed
 */
async function pagesFor(
  visitor: Visit,
  candidates: readonly string[],
  known: readonly string[] | undefined,
  outside: Visit,
): Promise<readonly string[]> {
  const linked = known
    ? (await visitor.links()).filter((path) => !known.includes(path) && !signInLike.test(path))
    : [];
  const found: string[] = [];
  for (const path of new Set([...candidates, ...linked.slice(0, mostPublic)])) {
    const before = visitor.heard().length;
    const { status, path: reached } = await visitor.open(path);
    const loaded = readsIn(visitor.heard().slice(before), outside.heard(), {
      site: new URL(visitor.page.url()).origin,
      userId: undefined,
    });
    if (status === 200 && reached === path && loaded.length > 0) found.push(path);
  }
  return found;
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

async function linksOn(page: Page): Promise<readonly string[]> {
  const hrefs = await page
    .locator('a[href]')
    .evaluateAll((links) => links.flatMap((link) => (link instanceof HTMLAnchorElement ? [link.href] : [])));
  const own = hrefs.filter(
    (href) => URL.canParse(href) && new URL(href).origin === new URL(page.url()).origin,
  );
  return [...new Set(own.map((href) => new URL(href).pathname))].filter((path) => !/\.\w{2,4}$/.test(path));
}

function userIn(kept: string): string | undefined {
  const token = /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/.exec(kept)?.[0];
  return claimsOf(token)?.sub;
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
