import type { Target } from './target';

/** A request that a visitor's own browser sent, with its answer: for who sends it again. Never for reports. */
export interface Exchange {
  readonly url: string;
  readonly method: string;
  /** `Document`, `Fetch`, `Image`, ...: what asked for it. */
  readonly type: string;
  /** Those that the page itself set; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The browser sent cookies along. */
  readonly withCookies: boolean;
  readonly status?: number;
  /** `undefined` when none came, or it was too large to be kept here a second time. */
  readonly answer?: string | Uint8Array;
  /** Media type of the answer. */
  readonly answerType?: string;
  /** What the answer's head says, names in lower case. */
  readonly answerHeaders?: Readonly<Record<string, string>>;
}

/** The requests of one context with their answers, in the order in which they were sent. */
export interface Exchanges {
  all(): readonly Exchange[];
  /** Takes down the body of an answer, also of one that still grows. */
  answered(id: string, body: string | Uint8Array): void;
  /** Takes down what this target's session tells of requests. */
  follow(target: Target): void;
}

/** Kinds whose answers hold words that are somebody's; of all others only the address is kept. */
const wordy: ReadonlySet<string> = new Set(['Document', 'Fetch', 'XHR', 'EventSource', 'Other']);

/** Letters or bytes. The evidence itself keeps more. */
const largestKept = 2_000_000;

/** So many requests of one context; a page that polls for ever asks the same again. */
export const mostExchanges = 5_000;

type Growing = { -readonly [Part in keyof Exchange]: Exchange[Part] };

/** Starts without any. */
export function createExchanges(): Exchanges {
  const latest = new Map<string, Growing>();
  const list: Growing[] = [];
  const cookies = new Set<string>();
  return {
    all: () => list,
    answered(id, body) {
      const one = latest.get(id);
      if (one && wordy.has(one.type) && body.length <= largestKept) one.answer = body;
    },
    follow(target) {
      target.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other' }) => {
        const known = latest.get(requestId);
        // Another target tells of it, too; a redirect keeps the id and has another address.
        if (known?.url === request.url || type === 'Preflight' || list.length >= mostExchanges) return;
        const one: Growing = {
          url: request.url,
          method: request.method,
          type,
          headers: inLowerCase(request.headers),
          withCookies: cookies.has(requestId),
          ...(request.postData !== undefined && { body: request.postData }),
        };
        latest.set(requestId, one);
        list.push(one);
      });
      target.on('Network.requestWillBeSentExtraInfo', ({ requestId, associatedCookies }) => {
        if (!associatedCookies.some(({ blockedReasons }) => blockedReasons.length === 0)) return;
        cookies.add(requestId);
        const one = latest.get(requestId);
        if (one) one.withCookies = true;
      });
      target.on('Network.responseReceived', ({ requestId, response }) => {
        const one = latest.get(requestId);
        if (!one) return;
        one.status = response.status;
        one.answerType = response.mimeType;
        one.answerHeaders = inLowerCase(response.headers);
      });
    },
  };
}

function inLowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
