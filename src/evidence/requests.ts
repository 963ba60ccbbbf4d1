import type { Millis } from '../words';
import { placeOf } from './place';
import type { Target } from './target';

/** What is known of a request: its events may come from several targets, in more than one order. */
export interface Request {
  readonly url: string;
  readonly method: string;
  /** `Document`, `Fetch`, `EventSource`, `Preflight`, ... */
  readonly type: string;
}

/** The requests of one context, by the id that the browser gave them. */
export interface Requests {
  get(id: string): Request | undefined;
  /** When the latest document was asked for that had been asked for by then; one of that place, where there is one. */
  loadBefore(at: Millis, place: string | undefined): Millis | undefined;
  /** Calls `use` as soon as the request is known, at the latest when the evidence is settled. */
  whenKnown(id: string, use: (request: Request | undefined) => void): void;
  /** Calls whoever still waits for a request that never became known. */
  release(): void;
  /** The wall clock's time of one of the browser's monotonic timestamps (in seconds). */
  time(timestamp: number): Millis;
  /** Takes down what this target's session tells of requests. */
  follow(target: Target): void;
}

export const createRequests = (): Requests => {
  const known = new Map<string, Request>();
  const documents: { readonly place: string; readonly at: Millis }[] = [];
  const waiting = new Map<string, ((request: Request | undefined) => void)[]>();
  let offset: number | undefined;

  const learn = (id: string, request: Request) => {
    known.set(id, request);
    for (const use of waiting.get(id) ?? []) use(request);
    waiting.delete(id);
  };

  return {
    get: (id) => known.get(id),
    loadBefore(at, place) {
      const before = documents.filter((one) => one.at <= at);
      return (before.findLast((one) => one.place === place) ?? before.at(-1))?.at;
    },
    whenKnown(id, use) {
      const request = known.get(id);
      if (request) return use(request);
      waiting.set(id, [...(waiting.get(id) ?? []), use]);
    },
    release() {
      for (const uses of waiting.values()) for (const use of uses) use(undefined);
      waiting.clear();
    },
    time: (timestamp) => (offset === undefined ? Date.now() : Math.round((timestamp + offset) * 1000)),
    follow(target) {
      target.on(
        'Network.requestWillBeSent',
        ({ requestId, request, type = 'Other', timestamp, wallTime }) => {
          offset ??= wallTime - timestamp;
          learn(requestId, { url: request.url, method: request.method, type });
          if (type === 'Document')
            documents.push({ place: placeOf(request.url), at: Math.round(wallTime * 1000) });
        },
      );
      target.on('Network.responseReceived', ({ requestId, response, type }) => {
        if (!known.has(requestId)) learn(requestId, { url: response.url, method: 'GET', type });
      });
      target.on('Network.webSocketCreated', ({ requestId, url }) =>
        learn(requestId, { url, method: 'GET', type: 'WebSocket' }),
      );
    },
  };
};
