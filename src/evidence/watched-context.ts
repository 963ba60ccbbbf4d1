import type { BrowserContext } from '@playwright/test';
import type { Millis } from '../words';
import { createExchanges, type Exchanges } from './exchanges';
import type { Command, Params, Result } from './protocol';
import { createRequests, type Requests } from './requests';
import type { OwnedTarget, Target } from './target';

/** What all targets of one browser context share: one persona's browser. */
export interface WatchedContext {
  readonly id: string;
  readonly requests: Requests;
  readonly exchanges: Exchanges;
  /** What Playwright calls it, once somebody has asked for its evidence. */
  browserContext(): BrowserContext | undefined;
  /** Those that are still there. */
  targets(): readonly Target[];
  /** The evidence is not complete before this has ended. */
  awaits(work: Promise<void>): void;
  /** Something went wrong in watching: what was to be seen then is not in the evidence. */
  fails(error: unknown): void;
  /** Talks to the browser itself. */
  sendToBrowser<M extends Command>(method: M, params?: Params<M>): Promise<Result<M>>;
  /** The body that the browser kept of a request, also of a page that has been closed. Rejects when it kept none. */
  keptBody(requestId: string): Promise<Result<'Network.getResponseBody'>>;
}

export interface OwnedContext extends WatchedContext {
  belongsTo(browserContext: BrowserContext): void;
  add(target: OwnedTarget): void;
  remove(target: OwnedTarget): void;
  /** Resolves when nothing is awaited any more, or after `most` milliseconds; then says how much is still open. */
  quiet(most: Millis): Promise<number>;
  /** What went wrong since this was last asked. */
  takeFailures(): readonly string[];
}

export type ContextOptions = Pick<WatchedContext, 'id' | 'sendToBrowser' | 'keptBody'>;

export const createContext = (options: ContextOptions): OwnedContext => {
  const targets = new Set<OwnedTarget>();
  const awaited = new Set<Promise<void>>();
  const failures: string[] = [];
  let owner: BrowserContext | undefined;
  const fails = (error: unknown) =>
    void failures.push(error instanceof Error ? error.message : String(error));
  return {
    ...options,
    requests: createRequests(),
    exchanges: createExchanges(),
    browserContext: () => owner,
    belongsTo: (browserContext) => void (owner = browserContext),
    targets: () => [...targets],
    add: (target) => void targets.add(target),
    remove: (target) => void targets.delete(target),
    fails,
    takeFailures: () => failures.splice(0),
    awaits(work) {
      const ended = work.catch(fails).finally(() => awaited.delete(ended));
      awaited.add(ended);
    },
    async quiet(most) {
      const deadline = Date.now() + most;
      while (awaited.size > 0 && Date.now() < deadline) {
        await withinTime(Promise.all(awaited), deadline - Date.now());
      }
      return awaited.size;
    },
  };
};

/** Resolves with the work, or with `undefined` when it takes longer than `most` milliseconds. Passes rejections on. */
export const withinTime = async <T>(work: Promise<T>, most: Millis): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, most));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
