import { devices, type Browser, type BrowserContextOptions } from '@playwright/test';
import { prepareContext, type BrowserWatch } from '../evidence';
import { createApi } from '../product/api';
import { askInPage } from '../product/chat';
import { followTraffic } from '../product/chat/traffic';
import type { Product, Session, StorageState } from '../product/types';
import { notChecked } from '../attempts/not-checked';
import type { Persona, PersonaName } from '../words';
import { bringSession, stateForContext } from './bring-session';
import { ownRecord } from './own-record';
import type { SessionsOfWorker } from './sessions';
import { slowDown, type LineCheck } from './slow-network';
import type { Stage, Visitor } from './visitor';

/** A visitor together with what has to happen when its test ends. */
export interface OpenedVisitor {
  readonly visitor: Visitor;
  readonly lineCheck?: LineCheck;
  close(): Promise<void>;
}

export interface Opening {
  readonly name: PersonaName;
  readonly persona: Persona;
  readonly browser: Browser;
  readonly watch: BrowserWatch;
  readonly sessions: SessionsOfWorker;
  readonly stage: Stage;
}

/**
 * Brings a persona to the product: a context of its own, signed in the way the page itself keeps a session, watched
 * from before its first page, and an API client that carries the same credentials.
 * Throws when the persona cannot be signed in, naming what to look at.
 */
export async function openVisitor(opening: Opening): Promise<OpenedVisitor> {
  const { name, persona, browser, watch, stage } = opening;
  const { product, politeness } = stage;
  const session = await sessionOf(opening);
  const context = await browser.newContext(contextOptions(persona, session, product));
  await prepareContext(context);
  const page = await context.newPage();
  if (session !== null) await bringSession(context, page, storageOf(persona, session, product));
  followTraffic(page);
  const ledger = await watch.of(context, page);
  const lineCheck = persona.network === 'slow' ? await slowDown(context, page) : undefined;
  const api = createApi({
    product,
    politeness,
    headers: product.signIn.headers(session),
    show: (exhibit) => ledger.show(exhibit),
  });
  // What the session itself holds was brought along, not shown: an expired token still names whom it was made for.
  const said = session === null ? [] : [session.accessToken, JSON.stringify(session.raw)];
  const visitor: Visitor = {
    name,
    persona,
    viewer: { name, sees: persona.sees },
    session,
    stage,
    context,
    page,
    ledger,
    said,
    chat: {
      async ask(text) {
        said.push(text);
        const [chatPage = '/'] = product.chat.pages;
        if (page.url() === 'about:blank') await page.goto(chatPage);
        return askInPage(page, text, { widget: product.chat.widget, politeness });
      },
    },
    api: Object.assign(api, { own: (kind: string) => ownRecord(visitor, kind) }),
  };
  return {
    visitor,
    ...(lineCheck && { lineCheck }),
    async close() {
      await context.close();
      await api.close();
    },
  };
}

/** Who cannot be signed in cannot be checked: that is unknown, and neither a leak nor a defence. */
async function sessionOf({ name, persona, sessions, stage }: Opening): Promise<Session | null> {
  try {
    return await sessions.of(persona);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw notChecked(stage.facts, { what: 'not-signed-in', detail: `${name} cannot visit: ${why}` });
  }
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
function storageOf({ session: state }: Persona, session: Session, { signIn, site }: Product): StorageState {
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
