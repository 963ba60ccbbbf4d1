import type { Page } from '@playwright/test';
import { isAlive } from '../attempts/diagnose';
import type { Outcome } from '../product/api';
import type { Exhibit } from '../words';
import { sessionOf, sitDown, type OpenedVisitor, type Who } from './open';
import {
  publishedKeySet,
  rehearsedChat,
  rehearsedProduct,
  soundAnswer,
  type Rehearsal,
  type Sent,
} from './rehearsal';
import { seatAtApi } from './seat';
import type { Visitor } from './visitor';

const refusal = 'Please sign in first.';

/** What is done with a page that nobody has opened: from here on, only a browser can tell what is sent. */
export const needsBrowser = 'from here on it takes a browser';

/** A visitor that is answered as a sound product would answer it. It is counted what it would send; nothing is sent. */
export async function rehearsedVisitor(who: Who, rehearsal: Rehearsal): Promise<OpenedVisitor> {
  const session = await sessionOf(who);
  const stage = { ...who.stage, product: rehearsedProduct(who.stage.product) };
  const opened = sitDown(seatAtApi(who.name), { ...who, stage }, session);
  const { visitor } = opened;
  const sent = rehearsal.of(who.name);
  Object.assign(visitor.api, { send: (request: { path: string }) => answer(visitor, sent, request.path) });
  const page = rehearsedPage(visitor, sent);
  Object.defineProperty(visitor, 'page', { get: () => page });
  Object.assign(visitor.chat, { ask: () => chat(visitor, sent) });
  return opened;
}

function shownTo({ persona, viewer, stage, name }: Visitor): string | undefined {
  return isAlive(persona.session)
    ? soundAnswer(stage.product, viewer.sees, persona.account ?? name)
    : undefined;
}

async function answer(visitor: Visitor, sent: Sent, path: string): Promise<Outcome> {
  const { site, chat: bot, signIn } = visitor.stage.product;
  const url = new URL(path, site).href;
  const isAt = (place: string | undefined) => place !== undefined && new URL(place, site).href === url;
  sent.requests += 1;
  if (isAt(bot.api?.path ?? rehearsedChat)) sent.chatMessages += 1;
  const shown = isAt(signIn.keySet?.path) ? publishedKeySet : shownTo(visitor);
  const text = shown ?? refusal;
  const place = { channel: 'api-body', where: { part: 'body', url }, at: Date.now() };
  const exhibit: Exhibit = { ...place, body: text, type: 'application/json' };
  visitor.ledger.show(exhibit);
  return {
    status: shown === undefined ? 401 : 200,
    headers: {},
    body: Buffer.from(text),
    url,
    ms: 0,
    shown: [exhibit],
    text: () => text,
  };
}

async function chat(visitor: Visitor, sent: Sent) {
  sent.chatMessages += 1;
  const text = shownTo(visitor) ?? refusal;
  showInPage(visitor, text, visitor.stage.product.site);
  const silence = { ms: 0, until: 'a sign' } as const;
  return { is: 'answered', text, ms: 0, complete: true, silence } as const;
}

function showInPage({ ledger }: Visitor, body: string, url: string): void {
  const shown = (channel: string): Exhibit => ({
    channel,
    where: { part: 'text', url },
    at: Date.now(),
    body,
  });
  for (const channel of ['dom', 'response-body']) ledger.show(shown(channel));
}

/** A page that can be opened, and nothing else. */
function rehearsedPage(visitor: Visitor, sent: Sent): Page {
  let here = 'about:blank';
  const known: Readonly<Record<string, unknown>> = {
    url: () => here,
    isClosed: () => false,
    on: (): Page => page,
    off: (): Page => page,
    async goto(path: string) {
      sent.pages += 1;
      here = new URL(path, visitor.stage.product.site).href;
      showInPage(visitor, shownTo(visitor) ?? refusal, here);
      return { status: () => 200 };
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is one as far as it goes, and throws beyond
  const page = new Proxy({} as Page, {
    get(_, name): unknown {
      if (typeof name === 'string' && name in known) return known[name];
      // A promise would be asked for its `then`.
      if (name === 'then' || typeof name === 'symbol') return undefined;
      throw new Error(needsBrowser);
    },
  });
  return page;
}
