import { setTimeout as after } from 'node:timers/promises';
import type { BrowserContext, Page, Response } from '@playwright/test';
import { settledAfter } from '../../attempts/page-settled';
import { fillForm } from '../../product/sign-in/fill-form';
import type { Heard } from './reads';

/** One visitor: opens pages, and remembers what they loaded. */
export async function visit(context: BrowserContext) {
  const page = await context.newPage();
  const heard: Promise<Heard>[] = [];
  page.on('response', (response) => {
    const request = response.request();
    const type = response.headers()['content-type'] ?? '';
    const text = response.ok() && /html|javascript|json/.test(type) ? textOf(response) : Promise.resolve('');
    const bearer = /^Bearer (.+)/.exec(request.headers()['authorization'] ?? '')?.[1];
    const told = {
      url: response.url(),
      method: request.method(),
      status: response.status(),
      type,
      ...(bearer !== undefined && { bearer }),
    };
    heard.push(text.then((body) => ({ ...told, text: body })));
  });
  let all: readonly Heard[] = [];
  return {
    page,
    heard: () => all,
    /** How much was heard of until now, be it read or not. */
    count: () => heard.length,
    kept: () => context.storageState({ indexedDB: true }),
    links: () => linksOn(page),
    async open(path: string) {
      const answer = await settledAfter(page, () => page.goto(path));
      all = await Promise.all(heard);
      const status = answer?.status() ?? 0;
      return {
        status,
        /** By the server itself: it sends elsewhere, or refuses. */
        isTurnedAway: status >= 400 || Boolean(answer?.request().redirectedFrom()),
        path: new URL(page.url()).pathname,
        html: await page.content(),
        title: await page.title(),
        language: await page.evaluate(() => document.documentElement.lang),
      };
    },
  };
}

/** A body that its page does not read never ends. So long it is waited for, in milliseconds. */
const bodyWithin = 5_000;

function textOf(response: Response): Promise<string> {
  return Promise.race([response.text().catch(() => ''), after(bodyWithin, '', { ref: false })]);
}

export type Visit = Awaited<ReturnType<typeof visit>>;

/** Somebody to look around as. */
export interface Login {
  readonly email: string;
  readonly password: string;
}

/** Signs in by the form; `undefined` where that does not work. */
export async function comeIn(visitor: Visit, path: string, login: Login): Promise<Visit | undefined> {
  await visitor.open(path);
  const wrong = await settledAfter(visitor.page, () => fillForm(visitor.page, login));
  const isStillThere = await visitor.page
    .locator('input[type=password]')
    .filter({ visible: true })
    .first()
    .isVisible();
  return wrong === undefined && !isStillThere ? visitor : undefined;
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
