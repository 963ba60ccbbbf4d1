import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { afterAll, beforeAll } from 'vitest';
import { findBrowser } from '../browser/find';
import type { Exhibit } from '../words';
import { startCanarySite, type Canaries, type CanarySite } from './canary-site';
import type { Channel } from './channel';
import { freePort } from './free-port';
import { prepareContext, watchBrowser, type Ledger } from './index';

/* What tests of the watch have in common: a watched browser, visits in it, and what was seen of the canaries. */

export interface Visit extends AsyncDisposable {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly ledger: Ledger;
}

export const launchForTests = async (channels?: readonly Channel[]) => {
  const port = await freePort();
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: [...args, `--remote-debugging-port=${port}`],
  });
  const watch = await watchBrowser({ port, ...(channels && { channels }) });
  const visitor = async (): Promise<Visit> => {
    const context = await browser.newContext();
    await prepareContext(context);
    const page = await context.newPage();
    const ledger = await watch.of(context, page);
    return { context, page, ledger, [Symbol.asyncDispose]: () => context.close() };
  };
  const close = async () => {
    await watch.close();
    await browser.close();
  };
  return { browser, watch, visitor, close };
};

/** The text of an exhibit, whatever it came as. */
export const textOf = (exhibit: Exhibit | undefined): string => {
  const body = exhibit?.body ?? '';
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? Buffer.from(body).toString('latin1') : '';
};

/** Names of canaries, with the channels that saw them. */
export const seenBy = (ledger: Ledger, canaries: Canaries): Record<string, string[]> => {
  const seen: Record<string, Set<string>> = {};
  for (const exhibit of ledger.exhibits())
    for (const name of canaries.namesIn(textOf(exhibit))) (seen[name] ??= new Set()).add(exhibit.channel);
  return Object.fromEntries(Object.entries(seen).map(([name, by]) => [name, [...by].toSorted()]));
};

export const unreadable = (ledger: Ledger): readonly Exhibit[] =>
  ledger.exhibits().filter(({ body }) => typeof body === 'object' && 'unreadable' in body);

/** What the tests of one file share: a site of canaries, and a browser that is watched. */
export interface Scene {
  readonly site: CanarySite;
  readonly watched: Awaited<ReturnType<typeof launchForTests>>;
}

/** Sets the scene before the first test of a file, hands it out, and strikes it after the last. */
export const setScene = (use: (scene: Scene) => void): void => {
  let scene: Scene | undefined;
  beforeAll(async () => {
    scene = { site: await startCanarySite(), watched: await launchForTests() };
    use(scene);
  }, 60_000);
  afterAll(async () => {
    await scene?.watched.close();
    scene?.site.close();
  });
};
