import type { Millis } from '../words';
import type { Target } from './target';
import { textOrBytesSoFar } from './text-types';
import type { WatchedContext } from './watched-context';

/** A response on its way, from its head to its end. */
export interface Arriving {
  readonly id: string;
  readonly url: string;
  /** Media type. */
  readonly type: string;
  /** What asked for it: `Document`, `Fetch`, ... */
  readonly asker: string;
  readonly at: Millis;
  readonly target: Target;
  readonly fromCache: boolean;
  /** A service worker has handed it on as it was given it, by the network or by what it keeps: there it is seen, too. */
  readonly handedOn: boolean;
  /** In base64, as the browser tells of them: few are ever read one by one. */
  readonly chunks: string[];
  /** Messages of an event source, for a stream that ended before its bytes could be had. */
  readonly messages: string[];
  /** How many bytes the page was given. */
  bytes: number;
  streaming: Promise<void> | undefined;
  /** A part of it is in the ledger already. */
  isShown: boolean;
  /** How many bytes had come when it was last shown: what has not grown since is not shown again. */
  shownBytes: number;
}

/** The responses of one context. */
export interface Arrivals {
  /** By the id of the request; `null` for one that has no body by its nature. */
  readonly open: Map<string, Arriving | null>;
  /** Requests that the page's own cache answered. */
  readonly cached: Set<string>;
  /** Addresses whose body was seen in full. */
  readonly seen: Set<string>;
  /** Bodies that could not be had of a page that was left, and that may be seen elsewhere; `tell` says that they were not. */
  readonly lost: { readonly url: string; readonly tell: () => void }[];
}

const arrivals = new WeakMap<WatchedContext, Arrivals>();

export const arrivalsOf = (context: WatchedContext): Arrivals => {
  const known = arrivals.get(context) ?? { open: new Map(), cached: new Set(), seen: new Set(), lost: [] };
  arrivals.set(context, known);
  return known;
};

/** Asks for the bytes of a response as they come. */
export const stream = (one: Arriving): void => {
  one.streaming ??= one.target.send('Network.streamResourceContent', { requestId: one.id }).then(
    ({ bufferedData }) => {
      if (bufferedData !== '') one.chunks.unshift(bufferedData);
    },
    // It has ended already, and can be had as a whole.
    () => undefined,
  );
};

/** Larger bodies are not fetched: nothing would search them. */
export const largestBody = 32_000_000;

/** What a stream has brought so far; empty when it brought nothing. */
export const streamed = ({ chunks, messages, type }: Arriving): string | Uint8Array => {
  if (chunks.length > 0) return textOrBytesSoFar(Buffer.concat(chunks.map(bytesOf)), type);
  return messages.map((data) => `data: ${data.replaceAll('\n', '\ndata: ')}\n\n`).join('');
};

/** Everything that the page was given has been streamed. */
export const isWhole = ({ chunks, bytes }: Arriving): boolean =>
  chunks.length > 0 && chunks.reduce((sum, chunk) => sum + Buffer.byteLength(chunk, 'base64'), 0) >= bytes;

const bytesOf = (chunk: string): Uint8Array => Buffer.from(chunk, 'base64');
