import { assertAllowed } from './allowed-hosts';
import { configError, configFile } from './config-error';
import type { Failure } from './failure';
import { askedBy, noPauses, ownPauses, withPause, type Pauses, type PauseStore } from './pauses';

interface Options {
  /** Per host, over all workers; `null` is unlimited. */
  readonly requestsPerSecond: number | null;
  readonly allowedHosts: readonly string[];
  /** How many workers share the rate. */
  readonly workers?: number;
  /** Most chat messages; `undefined` is unlimited. */
  readonly chatMessages?: number;
  /** Where it is kept what hosts have asked for; by default in this process. */
  readonly pauses?: PauseStore;
}

/** Keeps one worker's traffic within what the config allows, and counts it. One for all personas of a worker. */
export interface Politeness {
  /** @throws {ConfigError} when the host of this URL may not be sent anything */
  allow(url: URL): void;
  /**
   * Waits until this URL's host may be asked again; a failure when the host wants more patience than there is. Nothing
   * to wait for when it may be asked at once.
   */
  turn(url: URL): Promise<Failure | undefined> | undefined;
  /** Takes note of an answer that asks for a pause (`Retry-After`, in seconds or as a date). */
  heard(url: URL, status: number, retryAfter: string | undefined): void;
  /** @throws {ConfigError} when the cap on chat messages is reached */
  countChatMessage(): void;
  readonly requests: number;
  readonly chatMessages: number;
}

/** Longest pause, in milliseconds, that is waited for rather than reported. */
const longestPause = 30_000;

/**
 * All pauses of a host together, in milliseconds, that are waited for: a host that wants more is left alone until its
 * pause is over, and what was to be asked meanwhile is reported.
 */
const patience = 60_000;

/** Pause after a 429 that does not say how long. */
const usualPause = 1_000;

/** What is known of one host. */
interface Bucket {
  tokens: number;
  filled: number;
  pauses: Pauses;
}

/** The limits of the config, as something that can be asked before each request. */
export function createPoliteness({
  requestsPerSecond,
  allowedHosts,
  workers = 1,
  chatMessages,
  pauses = ownPauses(),
}: Options): Politeness {
  const rate = requestsPerSecond === null ? null : requestsPerSecond / workers;
  const buckets = new Map<string, Bucket>();
  const told = pauses.load();
  const counted = { requests: 0, chatMessages: 0 };

  return {
    allow: (url) => assertAllowed(url, allowedHosts),
    turn(url) {
      const now = Date.now();
      const bucket = bucketOf(buckets, url.host, rate, told);
      const why = whyNotWaitedFor(bucket.pauses, now);
      if (why !== undefined) return Promise.resolve({ failed: 'throttled', detail: `${url.host} ${why}` });
      const pause = reserve(bucket, rate, now);
      if (pause > 0) return waited(pause).then(() => void (counted.requests += 1));
      counted.requests += 1;
      return undefined;
    },
    heard(url, status, retryAfter) {
      if (status !== 429 && !(status === 503 && retryAfter !== undefined)) return;
      const bucket = bucketOf(buckets, url.host, rate, told);
      const pause = retryAfter === undefined ? usualPause : pauseOf(retryAfter, Date.now());
      const known = pauses.load();
      bucket.pauses = withPause(known[url.host] ?? bucket.pauses, pause, Date.now());
      pauses.save({ ...known, [url.host]: bucket.pauses });
    },
    countChatMessage() {
      if (chatMessages !== undefined && counted.chatMessages >= chatMessages)
        throw tooManyMessages(chatMessages);
      counted.chatMessages += 1;
    },
    get requests() {
      return counted.requests;
    },
    get chatMessages() {
      return counted.chatMessages;
    },
  };
}

function waited(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}

/** Milliseconds that a `Retry-After` asks for; what cannot be read asks for the usual pause. */
export function pauseOf(retryAfter: string, now: number): number {
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter) * 1000;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? usualPause : Math.max(0, date - now);
}

/** Why a pause that is on is not waited for; `undefined` when it is, or there is none. */
function whyNotWaitedFor(pauses: Pauses, now: number): string | undefined {
  const closed = pauses.until - now;
  if (closed <= 0) return undefined;
  const asked = askedBy(pauses, now);
  if (closed > longestPause) return `asks for a pause of ${Math.ceil(closed / 1000)} s`;
  if (asked > patience) return `has asked for pauses of ${Math.ceil(asked / 1000)} s in all`;
  return undefined;
}

/** Takes one token, in advance when there is none, and says how long to wait for it. */
function reserve(bucket: Bucket, rate: number | null, now: number): number {
  const closed = Math.max(0, bucket.pauses.until - now);
  if (rate === null) return closed;
  const room = Math.max(1, rate);
  bucket.tokens = Math.min(room, bucket.tokens + ((now - bucket.filled) / 1000) * rate) - 1;
  bucket.filled = now;
  return Math.max(closed, bucket.tokens < 0 ? (-bucket.tokens / rate) * 1000 : 0);
}

function bucketOf(
  buckets: Map<string, Bucket>,
  host: string,
  rate: number | null,
  told: Readonly<Record<string, Pauses>>,
): Bucket {
  const known = buckets.get(host);
  if (known !== undefined) return known;
  const fresh = { tokens: Math.max(1, rate ?? 1), filled: Date.now(), pauses: told[host] ?? noPauses };
  buckets.set(host, fresh);
  return fresh;
}

function tooManyMessages(cap: number): Error {
  return configError(configFile(), [
    {
      at: 'limits.chatMessages',
      seen: `${cap} chat messages were sent, and no more are allowed`,
      next: 'raise it, or run fewer tests at once: each message may cost the owner of the model money',
    },
  ]);
}
