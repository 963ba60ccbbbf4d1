import type { BrowserContext, Page } from '@playwright/test';
import type { Channel, Domain } from './channel';
import { channels as allChannels } from './channels';
import { connect, type Connection } from './connection';
import { createLedger, type Ledger, type OwnedLedger } from './ledger';
import { popupAnswers } from './popups';
import type { Payload, Command, Params } from './protocol';
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
  const contexts = new Map<string, { context: OwnedContext; ledger: OwnedLedger }>();
  const targets = new Map<string, OwnedTarget>();
  const bySession = new Map<string, OwnedTarget>();
  const keeper = await openKeeper(connection);
  const domains = [...new Set(channels.flatMap((channel) => channel.domains ?? []))];

  const contextOf = (id: string) => {
    const known = contexts.get(id);
    if (known) return known;
    const context = createContext({
      id,
      sendToBrowser: (method, params) => connection.send(method, params),
      keptBody: (requestId) => connection.send('Network.getResponseBody', { requestId }, keeper.session),
    });
    const made = { context, ledger: createLedger(context, channels) };
    contexts.set(id, made);
    return made;
  };

  const attached = ({ sessionId, targetInfo, waitingForDebugger }: Attached, parent: string | undefined) => {
    const { targetId, type, url, browserContextId = '', openerId } = targetInfo;
    if (targetId === keeper.targetId) return;
    if (targets.has(targetId)) {
      // Either the second session that we asked for ourselves, or a worker that several pages share.
      if (parent !== undefined) quietly(connection.send('Runtime.runIfWaitingForDebugger', {}, sessionId));
      return;
    }
    const { context, ledger } = contextOf(browserContextId);
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
    bySession.set(sessionId, target);
    context.add(target);
    context.requests.follow(target);
    const kept = keepBodies(connection, targetId);
    for (const domain of domains) quietly(enable(target, domain));
    for (const channel of channels) channel.watch?.(target, ledger.showOf(channel));
    quietly(target.send('Target.setAutoAttach', autoAttach(inPage)));
    // Waiting for what the target itself answers would be waiting for ever: it does not run yet.
    if (waitingForDebugger) void kept.then(() => quietly(target.send('Runtime.runIfWaitingForDebugger')));
  };

  const detached = (sessionId: string) => {
    const target = bySession.get(sessionId);
    if (!target) return;
    bySession.delete(sessionId);
    targets.delete(target.id);
    target.leave();
    contexts.get(target.context.id)?.context.remove(target);
    // A worker outlives the page whose session told of it.
    if (target.type === 'service_worker') {
      quietly(connection.send('Target.attachToTarget', { targetId: target.id, flatten: true }));
    }
  };

  connection.onEvent(({ method, params, sessionId }) => {
    if (method === 'Target.attachedToTarget') return attached(params as Attached, sessionId);
    if (method === 'Target.detachedFromTarget')
      return detached((params as Payload<'Target.detachedFromTarget'>).sessionId);
    if (method === 'Target.targetInfoChanged') {
      if (sessionId !== undefined) return;
      const changed = params as Payload<'Target.targetInfoChanged'>;
      const target = targets.get(changed.targetInfo.targetId);
      target?.setUrl(changed.targetInfo.url);
      return target?.hear(method, changed);
    }
    if (sessionId !== undefined) bySession.get(sessionId)?.hear(method, params);
  });
  connection.onClose(() => {
    for (const target of targets.values()) target.leave();
  });

  await connection.send('Target.setDiscoverTargets', { discover: true, filter: inBrowser });
  await connection.send('Target.setAutoAttach', autoAttach(inBrowser));

  return {
    async of(context, page) {
      const id = await idOf(context, page);
      const { ledger } = contextOf(id);
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
const idOf = async (context: BrowserContext, page: Page): Promise<string> => {
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return targetInfo.browserContextId ?? '';
};

/**
 * An empty page in no persona's context. As long as it is there, the browser keeps the bodies of pages that have been
 * closed, and hands them out.
 */
const openKeeper = async (connection: Connection) => {
  const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank', background: true });
  const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
  await connection.send('Network.configureDurableMessages', keptBodies, sessionId);
  return {
    targetId,
    session: sessionId,
    close: () => connection.send('Target.closeTarget', { targetId }).then(undefined, () => undefined),
  };
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
