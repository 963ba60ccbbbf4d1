import { devices, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { createApiLedger, prepareContext, type Ledger } from '../evidence';
import { followTraffic } from '../product/chat/traffic';
import type { Product, Session, StorageState } from '../product/types';
import type { Persona, PersonaName } from '../words';
import { askingAgain } from './ask-again';
import { bringSession, stateForContext } from './bring-session';
import type { WatchedBrowser } from './browser';
import { slowDown, type LineCheck } from './slow-network';
import type { Stage } from './visitor';

/** Where a visitor sits: what it looks at, and what keeps account of all that it is shown there. */
export interface Seat {
  readonly ledger: Ledger;
  /** Throws for who has no browser. */
  context(): BrowserContext;
  /** Throws for who has no browser. */
  page(): Page;
  readonly lineCheck?: LineCheck;
  close(): Promise<void>;
}

interface Arrival {
  readonly persona: Persona;
  /** Starts the worker's browser when it is first needed. */
  readonly watched: () => Promise<WatchedBrowser>;
  readonly stage: Stage;
}

/** A browser context of the visitor's own, with its device, its session and its line, watched from before its first page. */
export async function seatInBrowser(
  { persona, watched, stage }: Arrival,
  session: Session | null,
): Promise<Seat> {
  const { product, politeness } = stage;
  const { browser, watch } = await watched();
  const context = await browser.newContext(contextOptions(persona, session, product));
  await prepareContext(context, askingAgain(politeness));
  const page = await context.newPage();
  if (session !== null) await bringSession(context, page, storageOf(persona, session, product));
  followTraffic(page);
  const ledger = await watch.of(context, page);
  const lineCheck = persona.network === 'slow' ? await slowDown(context, page) : undefined;
  return {
    ledger,
    context: () => context,
    page: () => page,
    ...(lineCheck && { lineCheck }),
    close: () => context.close(),
  };
}

/** No browser at all, for guarantees that are about the API alone: there is no quicker way to try many requests. */
export function seatAtApi(name: PersonaName): Seat {
  const none = (): never => {
    throw new Error(
      `${name} visits by API alone in this file and has no page → remove test.use({ by: 'api' }), or move the test`,
    );
  };
  return { ledger: createApiLedger(), context: none, page: none, close: () => Promise.resolve() };
}

function contextOptions(persona: Persona, session: Session | null, product: Product): BrowserContextOptions {
  const device = persona.device === undefined ? {} : deviceNamed(persona.device);
  if (session === null) return { ...device, baseURL: product.site };
  return {
    ...device,
    baseURL: product.site,
    storageState: stateForContext(storageOf(persona, session, product)),
  };
}

/** What the page's own library would have kept. The page of an expired session still believes in it. */
export function storageOf(
  { session: state }: Persona,
  session: Session,
  { signIn, site }: Product,
): StorageState {
  return signIn.storage(session, site, { believesAlive: state === 'expired' });
}

/** Playwright's own description of a device, without the browser that it names: the one that is there is used. */
function deviceNamed(name: string): BrowserContextOptions {
  const device = devices[name];
  if (!device)
    throw new Error(
      `device "${name}" is not known to Playwright → one of: ${Object.keys(devices).join(', ')}`,
    );
  const { defaultBrowserType: _, ...options } = device;
  return options;
}
