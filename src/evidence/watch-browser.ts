import type { BrowserContext, Page } from '@playwright/test';
import type { Channel, Domain } from './channel';
import { channels as allChannels } from './channels';
import { connect, type Connection } from './connection';
import { createLedger, type Ledger, type OwnedLedger } from './ledger';
import { popupAnswers } from './popups';
import { payloadOf, type Command, type Params, type Payload } from './protocol';
import { createTarget, hasDocument, type OwnedTarget } from './target';
import { createContext, type OwnedContext } from './watched-context';

export interface BrowserWatch {
  /** The evidence of the context that this page belongs to, from its first page on. */
  of(context: BrowserContext, page: Page): Promise<Ledger>;
  close(): Promise<void>;
}

export interface WatchOptions {
  /** What the browser was launched with as `--remote-debugging-port`. */
  readonly port: number;
  readonly channels?: readonly Channel[];
  /** How long the browser may take to answer, in milliseconds. */
  readonly patience?: number;
}

type Attached = Payload<'Target.attachedToTarget'>;

interface Watched {
  readonly context: OwnedContext;
  readonly ledger: OwnedLedger;
  /** Targets that were there before anybody asked for this context's evidence. */
  early: Set<string> | undefined;
}

/** Bodies that the browser itself keeps for us, so that they outlive the page: 200 MB, 64 MB each. */
const keptBodies = { maxTotalBufferSize: 200_000_000, maxResourceBufferSize: 64_000_000 };

const left = (...types: readonly string[]) => [...types.map((type) => ({ type, exclude: true })), {}];

/** The browser's own interface is not the product's; service workers come with their page (see `inPage`). */
const inBrowser = left('browser', 'tab', 'browser_ui', 'service_worker');

/**
 * Only what a page's own session attaches to is held back until we, too, have said that it may run; what the browser's
 * session attaches to runs as soon as Playwright says so. Service workers can be had either way, shared ones cannot.
 */
const inPage = left('browser', 'tab', 'browser_ui', 'page', 'shared_worker');

const enables: Readonly<Record<Domain, Command>> = {
  Network: 'Network.enable',
  Runtime: 'Runtime.enable',
  Log: 'Log.enable',
  DOMStorage: 'DOMStorage.enable',
};

/**
 * Starts watching everything that any context of a browser is shown, beside Playwright and over a connection of its own.
 * Call it before the first page, and {@link prepareContext} for each context.
 * Throws when nothing answers at the port.
 */
export const watchBrowser = async ({
  port,
  channels = allChannels,
  patience = 10_000,
}: WatchOptions): Promise<BrowserWatch> => {
  const connection = await connect(port, patience);
  const contexts = new Map<string, Watched>();
  const targets = new Map<string, OwnedTarget>();
  const bySession = new Map<string, { readonly target: OwnedTarget; readonly context: OwnedContext }>();
  const keeper = await openKeeper(connection);
  const domains = [...new Set(channels.flatMap((channel) => channel.domains ?? []))];

  const contextOf = (id: string) => {
    const known = contexts.get(id);
    if (known) return known;
    const context = createContext({
      id,
      sendToBrowser: (method, params) => connection.send(method, params),
      keptBody: async (requestId) =>
        connection.send('Network.getResponseBody', { requestId }, await keeper.session),
    });
    const made: Watched = { context, ledger: createLedger(context, channels), early: new Set() };
    contexts.set(id, made);
    return made;
  };

  const attached = ({ sessionId, targetInfo, waitingForDebugger }: Attached, parent: string | undefined) => {
    const { targetId, type, url, browserContextId = '', openerId } = targetInfo;
    if (browserContextId === keeper.browserContextId) {
      return quietly(connection.send('Runtime.runIfWaitingForDebugger', {}, sessionId));
    }
    if (targets.has(targetId)) {
      // Either the second session that we asked for ourselves, or a worker that several pages share.
      if (parent !== undefined) quietly(connection.send('Runtime.runIfWaitingForDebugger', {}, sessionId));
      return;
    }
    const { context, ledger, early } = contextOf(browserContextId);
    const target = createTarget({
      id: targetId,
      type,
      url,
      isPopup: openerId !== undefined,
      session: sessionId,
      context,
      send: (method, params) => connection.send(method, params, sessionId),
    });
    targets.set(targetId, target);
    bySession.set(sessionId, { target, context });
    context.add(target);
    context.requests.follow(target);
    context.exchanges.follow(target);
    const kept = keepBodies(connection, targetId);
    for (const domain of domains) quietly(enable(target, domain));
    early?.add(targetId);
    for (const channel of channels) {
      const show = ledger.showOf(channel);
      channel.watch?.(target, (...shown) => ledger.ignores(targetId) || show(...shown));
    }
    quietly(target.send('Target.setAutoAttach', autoAttach(inPage)));
    // Waiting for what the target itself answers would be waiting for ever: it does not run yet.
    if (waitingForDebugger) void kept.then(() => quietly(target.send('Runtime.runIfWaitingForDebugger')));
  };

  const detached = (sessionId: string) => {
    const known = bySession.get(sessionId);
    if (!known) return;
    const { target, context } = known;
    bySession.delete(sessionId);
    targets.delete(target.id);
    target.leave();
    context.remove(target);
    // A worker outlives the page whose session told of it.
    if (target.type === 'service_worker') {
      quietly(connection.send('Target.attachToTarget', { targetId: target.id, flatten: true }));
    }
  };

  connection.onEvent(({ method, params, sessionId }) => {
    if (method === 'Target.attachedToTarget') return attached(payloadOf(method, params), sessionId);
    if (method === 'Target.detachedFromTarget') return detached(payloadOf(method, params).sessionId);
    if (method === 'Target.targetInfoChanged') {
      if (sessionId !== undefined) return;
      const changed = payloadOf(method, params);
      const target = targets.get(changed.targetInfo.targetId);
      target?.setUrl(changed.targetInfo.url);
      return target?.hear(method, changed);
    }
    if (sessionId !== undefined) bySession.get(sessionId)?.target.hear(method, params);
  });
  connection.onClose(() => {
    for (const target of targets.values()) target.leave();
  });

  await connection.send('Target.setDiscoverTargets', { discover: true, filter: inBrowser });
  await connection.send('Target.setAutoAttach', autoAttach(inBrowser));

  return {
    async of(context, page) {
      const { id, targetId } = await idOf(context, page);
      const made = contextOf(id);
      const { ledger } = made;
      made.context.belongsTo(context);
      // Playwright fills the storage by a page of its own, with an answer of its own: that is nobody's evidence.
      made.early?.delete(targetId);
      ledger.startWithout(made.early ?? new Set());
      made.early = undefined;
      const popups = popupAnswers(context);
      if (popups) ledger.alsoSettle(() => popups.tell(ledger));
      context.once('close', () => contexts.delete(id));
      return ledger;
    },
    async close() {
      await keeper.close();
      connection.close();
    },
  };
};

/** What Playwright calls a context, the browser knows by an id of its own. */
const idOf = async (context: BrowserContext, page: Page): Promise<{ id: string; targetId: string }> => {
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return { id: targetInfo.browserContextId ?? '', targetId: targetInfo.targetId };
};

/**
 * An empty page in a context of its own. As long as it is there, the browser keeps the bodies of pages that have been
 * closed, and hands them out. Nothing waits for it to open.
 */
const openKeeper = async (connection: Connection) => {
  const { browserContextId } = await connection.send('Target.createBrowserContext', {
    disposeOnDetach: true,
  });
  const session = keeperSession(connection, browserContextId);
  quietly(session);
  return {
    browserContextId,
    session,
    async close() {
      await connection.send('Target.disposeBrowserContext', { browserContextId }).catch(() => undefined);
    },
  };
};

const keeperSession = async (connection: Connection, browserContextId: string): Promise<string> => {
  const page = { url: 'about:blank', browserContextId, background: true };
  const { targetId } = await connection.send('Target.createTarget', page);
  const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
  await connection.send('Network.configureDurableMessages', keptBodies, sessionId);
  return sessionId;
};

/**
 * Makes the browser keep the target's bodies. This takes a session of its own: one that keeps bodies no longer sees
 * those that never crossed the network (`data:`, `blob:`, answers made by a service worker).
 */
const keepBodies = async (connection: Connection, targetId: string): Promise<void> => {
  try {
    const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
    quietly(connection.send('Network.configureDurableMessages', keptBodies, sessionId));
  } catch {
    // It went away at once, or has no network.
  }
};

const enable = (target: OwnedTarget, domain: Domain): Promise<unknown> =>
  domain === 'DOMStorage' && !hasDocument(target) ? Promise.resolve() : target.send(enables[domain]);

const autoAttach = (filter: ReturnType<typeof left>): Params<'Target.setAutoAttach'> => ({
  autoAttach: true,
  waitForDebuggerOnStart: true,
  flatten: true,
  filter,
});

/** Not every kind of target knows every command, and any may go away. */
const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
