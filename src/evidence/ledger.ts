import type { Exhibit, Millis } from '../words';
import { createBook } from './book';
import type { Channel, Show } from './channel';
import type { Exchange } from './exchanges';
import { tellAll } from './shown-log';
import { storesOf, type Store } from './stores';
import { hasDocument, type Target } from './target';
import { withinTime, type OwnedContext } from './watched-context';

/** What the channels showed one persona, in the order in which it was shown. */
export interface Ledger {
  show(exhibit: Exhibit): void;
  /** All so far. What a page holds in the end (DOM, storage) is in it once {@link Ledger.settle} was called. */
  exhibits(): readonly Exhibit[];
  /** What the visitor's browser asked for, and was answered: complete once the evidence is settled. */
  exchanges(): readonly Exchange[];
  /** A moment to come back to with {@link Ledger.since}. */
  mark(): number;
  /** What was shown after a mark: also what had been shown before, and was shown again. */
  since(mark: number): readonly Exhibit[];
  /** When the page was asked for that showed something at this time and place. */
  loadBefore(at: Millis, place: string | undefined): Millis | undefined;
  /** Waits for what is on its way and reads what only shows when it is asked. May be called any number of times. */
  settle(): Promise<void>;
}

export interface OwnedLedger extends Ledger {
  /** What a channel of this ledger's context shows with. */
  showOf(channel: Channel): Show;
  /** Something besides the channels that the evidence is not complete without. */
  alsoSettle(work: () => Promise<void>): void;
  /** Begins anew, without what these targets have shown or will show. */
  startWithout(targetIds: ReadonlySet<string>): void;
  ignores(targetId: string): boolean;
}

/** Longest that settling waits for one round of what is on its way. */
const patience: Millis = 10_000;

export const createLedger = (context: OwnedContext, channels: readonly Channel[]): OwnedLedger => {
  const book = createBook();
  const shows = new Map<Channel, Show>();
  const also: (() => Promise<void>)[] = [];
  let ignored: ReadonlySet<string> = new Set();

  const showOf = (channel: Channel): Show => {
    const known = shows.get(channel);
    if (known) return known;
    const show: Show = (sight, key) =>
      book.enter(
        { channel: channel.name, ...sight },
        key === undefined ? undefined : `${channel.name} ${key}`,
      );
    shows.set(channel, show);
    return show;
  };

  const readTarget = async (target: Target, deaf: ReadonlySet<Target>) => {
    if (!hasDocument(target)) return;
    if (deaf.has(target)) return missing(target, 'did not answer');
    let stores: Promise<readonly Store[]> | undefined;
    await Promise.all(
      channels.map(async (channel) => {
        const read = channel.read?.(target, showOf(channel), () => (stores ??= storesOf(target)));
        if (read) await attempt(channel, target.url(), read, () => target.isGone());
      }),
    );
  };
  const missing = (target: Target, why: string) => {
    if (target.isGone() || !channels.some(({ read }) => read)) return;
    const body = { unreadable: `the ${target.type} ${why}, so that what it holds could not be read` };
    book.enter({ channel: 'dom', where: { part: target.type, url: target.url() }, at: Date.now(), body });
  };
  const incomplete = (unreadable: string) =>
    book.enter({ channel: 'response-body', where: { part: 'all' }, at: Date.now(), body: { unreadable } });
  const attempt = async (channel: Channel, url: string, work: Promise<void>, excused: () => boolean) => {
    try {
      const done = await withinTime(
        work.then(() => true),
        patience,
      );
      if (done === true) return;
      throw new Error(`no answer within ${patience / 1000} s`);
    } catch (error) {
      if (excused()) return;
      const why = error instanceof Error ? error.message : String(error);
      showOf(channel)({ where: { part: 'reading', url }, at: Date.now(), body: { unreadable: why } });
    }
  };

  return {
    showOf,
    show: (exhibit) => book.enter(exhibit),
    exhibits: book.exhibits,
    exchanges: context.exchanges.all,
    mark: book.mark,
    loadBefore: (at, place) => context.requests.loadBefore(at, place),
    since: book.since,
    alsoSettle: (work) => void also.push(work),
    startWithout(targetIds) {
      ignored = targetIds;
      book.clear();
    },
    ignores: (targetId) => ignored.has(targetId),
    async settle() {
      const deaf = new Set<Target>();
      await Promise.all(context.targets().map(async (target) => (await answers(target)) || deaf.add(target)));
      await context.quiet(patience);
      await Promise.all([
        ...context.targets().map((target) => readTarget(target, deaf)),
        ...also.map((work) => work()),
        ...channels.flatMap((channel) => {
          const read = channel.readContext?.(context, showOf(channel));
          return read ? [attempt(channel, '', read, () => false)] : [];
        }),
      ]);
      context.requests.release();
      const open = await context.quiet(patience);
      if (open > 0) incomplete(`${open} bodies or values had not arrived after ${patience / 1000} s`);
      for (const failure of context.takeFailures()) incomplete(`the watch itself failed: ${failure}`);
    },
  };
};

/** A round trip: what the target told before it has been heard when it ends. */
const answers = async (target: Target): Promise<boolean> => {
  try {
    const asked = target.send('Runtime.evaluate', { expression: tellAll, awaitPromise: true });
    return (await withinTime(asked, patience / 2)) !== undefined;
  } catch {
    return false;
  }
};
