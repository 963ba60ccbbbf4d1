import type { Page } from '@playwright/test';
import { notChecked } from '../attempts/not-checked';
import { gotoAndSettle } from '../attempts/page-settled';
import { createApi } from '../product/api';
import { askInPage, openChat } from '../product/chat';
import type { ChatOptions } from '../product/chat/turn';
import type { Politeness } from '../product/politeness';
import { secretsOf } from '../product/sessions/secrets-of';
import { isNotSignedIn } from '../product/sign-in/errors';
import type { Product, Session } from '../product/types';
import type { Millis, Persona, PersonaName } from '../words';
import type { WatchedBrowser } from './browser';
import { ownRecord } from './own-record';
import { seatAtApi, seatInBrowser, type Seat } from './seat';
import type { LineCheck } from './slow-network';
import type { Stage, Visitor } from './visitor';

/** A visitor together with what has to happen when its test ends. */
export interface OpenedVisitor {
  readonly visitor: Visitor;
  readonly by: Way;
  readonly lineCheck?: LineCheck;
  close(): Promise<void>;
}

/** How a visitor comes: with a browser and an API client, or with the API client alone, which is far quicker. */
export type Way = 'browser' | 'api';

/** A persona that is about to visit. */
export interface Who {
  readonly name: PersonaName;
  readonly persona: Persona;
  readonly by: Way;
  readonly stage: Stage;
}

export interface Opening extends Who {
  /** Starts the worker's browser when it is first needed. */
  readonly watched: () => Promise<WatchedBrowser>;
}

/**
 * Brings a persona to the product: a context of its own, signed in the way the page itself keeps a session, watched
 * from before its first page, and an API client that carries the same credentials.
 * Throws when the persona cannot be signed in, naming what to look at.
 */
export async function openVisitor(opening: Opening): Promise<OpenedVisitor> {
  const session = await sessionOf(opening);
  const seat = opening.by === 'api' ? seatAtApi(opening.name) : await seatInBrowser(opening, session);
  return sitDown(seat, opening, session);
}

/** Makes a visitor of a persona, its session and the seat that it has taken. */
export function sitDown(seat: Seat, who: Who, session: Session | null): OpenedVisitor {
  const { name, persona, stage, by } = who;
  const { product, politeness } = stage;
  const { ledger } = seat;
  const api = createApi({
    product,
    politeness,
    headers: product.signIn.headers(session),
    show: (exhibit) => ledger.show(exhibit),
  });
  const said = [...broughtWith(session)];
  const visitor: Visitor = {
    name,
    persona,
    viewer: { name, sees: persona.sees },
    session,
    stage,
    get context() {
      return seat.context();
    },
    get page() {
      return seat.page();
    },
    ledger,
    said,
    chat: {
      async ask(text, answerWithin) {
        said.push(text);
        const page = seat.page();
        const options = chatOptions(product, politeness);
        await goToChat(page, product, options);
        return askInPage(page, text, { ...options, ...(answerWithin !== undefined && { answerWithin }) });
      },
    },
    api: Object.assign(api, { own: (kind: string) => ownRecord(visitor, kind) }),
  };
  return {
    visitor,
    by,
    ...(seat.lineCheck && { lineCheck: seat.lineCheck }),
    async close() {
      await seat.close();
      await api.close();
    },
  };
}

/** So long a page that is not said to carry the chat may take to show one all the same: on most sites every page does. */
const elsewhere: Millis = 3_000;

async function goToChat(page: Page, { chat }: Product, options: ChatOptions): Promise<void> {
  const [chatPage = '/'] = chat.pages;
  if (page.url() === 'about:blank') return void (await page.goto(chatPage));
  if (chat.pages.includes(new URL(page.url()).pathname)) return;
  const composer = await openChat(page, { ...options, openWithin: elsewhere });
  if (composer === undefined) await gotoAndSettle(page, chatPage);
}

/** What the config says of the chat, for its driver. */
function chatOptions({ chat }: Product, politeness: Politeness): ChatOptions {
  const sitePassword = chat.sitePasswordEnv === undefined ? undefined : process.env[chat.sitePasswordEnv];
  return { ...chat, politeness, ...(sitePassword !== undefined && { sitePassword }) };
}

/** What the session itself holds was brought along, not shown: an expired token still names whom it was made for. */
export function broughtWith(session: Session | null): readonly string[] {
  if (session === null) return [];
  return [...secretsOf(session).map(({ value }) => value), JSON.stringify(session.raw)];
}

/** Who cannot be signed in cannot be checked: that is unknown, and neither a leak nor a defence. */
export async function sessionOf({ name, persona, stage }: Omit<Who, 'by'>): Promise<Session | null> {
  try {
    return await stage.sessions.of(persona);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const what = isNotSignedIn(error) && error.fault === 'no-account' ? 'not-configured' : 'not-signed-in';
    throw notChecked(stage.facts, { what, detail: `${name} cannot visit: ${why}` });
  }
}
