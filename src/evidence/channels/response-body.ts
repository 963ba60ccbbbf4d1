import type { Millis } from '../../words';
import type { Channel, Show } from '../channel';
import { placeOf } from '../place';
import type { Target } from '../target';
import { textOrBytes, textOrBytesSoFar } from '../text-types';
import type { WatchedContext } from '../watched-context';

/** A response on its way, from its head to its end. */
interface Arriving {
  readonly id: string;
  readonly url: string;
  readonly type: string;
  /** What asked for it: `Document`, `Fetch`, ... */
  readonly asker: string;
  readonly at: Millis;
  readonly target: Target;
  readonly chunks: Uint8Array[];
  /** Messages of an event source, for a stream that ended before its bytes could be had. */
  readonly messages: string[];
  /** How many bytes the page was given. */
  bytes: number;
  streaming: Promise<void> | undefined;
}

const arrivals = new WeakMap<WatchedContext, Map<string, Arriving>>();

/** Bodies of everything that a page, an iframe or a worker loads. */
export const responseBody: Channel = {
  name: 'response-body',
  sees: 'bodies of all responses to pages, iframes and workers, of streams while they are open, of pages that were left or closed',
  blindTo: 'bodies of redirects, files that are downloaded, the first requests of a shared worker',
  domains: ['Network'],
  watch(target, show) {
    const arriving = arrivalsOf(target.context);
    target.on('Network.responseReceived', ({ requestId, type, timestamp, response }) => {
      if (type === 'Preflight' || hasNoBody(response.status)) return;
      const one: Arriving = {
        id: requestId,
        url: response.url,
        type: response.mimeType,
        asker: type,
        at: target.context.requests.time(timestamp),
        target,
        chunks: [],
        messages: [],
        bytes: 0,
        streaming: undefined,
      };
      arriving.set(requestId, one);
      if (streams(type, response.headers)) stream(one, target);
    });
    target.on('Network.dataReceived', ({ requestId, dataLength, data }) => {
      const one = arriving.get(requestId);
      if (!one) return;
      one.bytes += dataLength;
      if (data !== undefined && data !== '') one.chunks.push(Buffer.from(data, 'base64'));
    });
    target.on('Network.eventSourceMessageReceived', ({ requestId, data }) => {
      arriving.get(requestId)?.messages.push(data);
    });
    target.on('Network.loadingFinished', ({ requestId }) => {
      const one = arriving.get(requestId);
      arriving.delete(requestId);
      target.context.awaits(finished(requestId, one, target, show));
    });
    target.on('Network.loadingFailed', ({ requestId }) => {
      const one = arriving.get(requestId);
      arriving.delete(requestId);
      if (one) target.context.awaits(broken(one, show));
    });
  },
  async readContext(context, show) {
    await Promise.all([...arrivalsOf(context).values()].map((one) => open(one, show)));
  },
};

const arrivalsOf = (context: WatchedContext): Map<string, Arriving> => {
  const known = arrivals.get(context) ?? new Map<string, Arriving>();
  arrivals.set(context, known);
  return known;
};

const hasNoBody = (status: number): boolean =>
  (status >= 100 && status < 200) || status === 204 || status === 205 || status === 304;

/** What may stay open, or be broken off when its reader has read enough: its bytes are wanted as they come. */
const streams = (asker: string, headers: Readonly<Record<string, string>>): boolean => {
  if (asker === 'EventSource') return true;
  const says = Object.keys(headers).some((name) => name.toLowerCase() === 'content-length');
  return !says && (asker === 'Fetch' || asker === 'XHR');
};

const stream = (one: Arriving, target: Target): void => {
  one.streaming ??= target.send('Network.streamResourceContent', { requestId: one.id }).then(
    ({ bufferedData }) => {
      if (bufferedData !== '') one.chunks.unshift(Buffer.from(bufferedData, 'base64'));
    },
    // It has ended already, and can be had as a whole.
    () => undefined,
  );
};

const finished = async (id: string, one: Arriving | undefined, target: Target, show: Show): Promise<void> => {
  const request = target.context.requests.get(id);
  const asker = one?.asker ?? request?.type ?? '';
  if (asker === 'Preflight') return;
  await one?.streaming;
  const received = one ? Buffer.concat(one.chunks) : Buffer.alloc(0);
  const whole = await wholeBody(id, one, target, received.length);
  const where = { part: 'body', url: placeOf(one?.url ?? request?.url ?? target.url()) };
  const shown = { where, at: one?.at ?? Date.now(), type: one?.type ?? '' };
  if (whole !== null && !('why' in whole)) {
    if (whole.body.length > 0) show({ ...shown, body: whole.body }, keyOf(id));
    return;
  }
  if (received.length > 0 && received.length >= (one?.bytes ?? 0))
    return show({ ...shown, body: textOrBytes(received, shown.type) }, keyOf(id));
  if (one?.bytes === 0 || asker === 'Ping' || (!one && target.isPopup)) return;
  show({
    ...shown,
    ...lost(asker, shown.type, `the body could not be had from the browser (${whole?.why})`),
  });
};

interface Whole {
  readonly body: string | Uint8Array;
}

/** From the page's own session; where that has none (any more), from what the browser kept. */
const wholeBody = async (
  id: string,
  one: Arriving | undefined,
  target: Target,
  received: number,
): Promise<Whole | { readonly why: string }> => {
  const own = await bodyFrom(target.send('Network.getResponseBody', { requestId: id }));
  if (!('why' in own) && (own.body.length > 0 || (one?.bytes ?? 0) === 0)) return own;
  if (received > 0 && received >= (one?.bytes ?? 0)) return { why: 'streamed' };
  const kept = await bodyFrom(target.context.keptBody(id));
  return 'why' in kept ? { why: 'why' in own ? own.why : 'it came empty' } : kept;
};

const bodyFrom = async (
  asked: Promise<{ readonly body: string; readonly base64Encoded: boolean }>,
): Promise<Whole | { readonly why: string }> => {
  try {
    const { body, base64Encoded } = await asked;
    return { body: base64Encoded ? Buffer.from(body, 'base64') : body };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
};

/** It ended before its end: what had come by then was shown. */
const broken = async (one: Arriving, show: Show): Promise<void> => {
  await one.streaming;
  if (one.bytes === 0 && one.chunks.length === 0 && one.messages.length === 0) return;
  if (!(await partly(one, show)) && tellsBeforeItsEnd(one.asker)) {
    const why = `it was broken off after ${one.bytes} bytes, which could not be had from the browser`;
    show({ where: { part: 'body', url: placeOf(one.url) }, at: one.at, ...lost(one.asker, one.type, why) });
  }
};

/** It has not ended yet: shows what has come so far. Its further bytes arrive by themselves. */
const open = async (one: Arriving, show: Show): Promise<void> => {
  if (!one.target.isGone()) stream(one, one.target);
  await one.streaming;
  if (one.bytes === 0 && one.chunks.length === 0) return;
  if (!(await partly(one, show)) && tellsBeforeItsEnd(one.asker)) {
    const why = `${one.bytes} bytes of it had come, which could not be had from the browser`;
    show({ where: { part: 'body', url: placeOf(one.url) }, at: one.at, ...lost(one.asker, one.type, why) });
  }
};

/** Shows the part of a body that is there. Says whether there was one. */
const partly = async (one: Arriving, show: Show): Promise<boolean> => {
  const where = { part: 'body', url: placeOf(one.url) };
  const received = Buffer.concat(one.chunks);
  const key = keyOf(one.id);
  if (received.length > 0) {
    show({ where, at: one.at, type: one.type, body: textOrBytesSoFar(received, one.type) }, key);
    return true;
  }
  if (one.messages.length > 0) {
    const body = one.messages.map((data) => `data: ${data.replaceAll('\n', '\ndata: ')}\n\n`).join('');
    show({ where, at: one.at, type: one.type, body }, key);
    return true;
  }
  const kept = await bodyFrom(one.target.context.keptBody(one.id));
  if ('why' in kept || kept.body.length === 0) return false;
  show({ where, at: one.at, type: one.type, body: kept.body }, key);
  return true;
};

/** Half a picture or half a script shows and does nothing. */
const tellsBeforeItsEnd = (asker: string): boolean =>
  ['Document', 'Fetch', 'XHR', 'EventSource', 'Other'].includes(asker);

/** A film, a sound or a font holds no text in any case; everything else counts as unreadable. */
const lost = (asker: string, type: string, why: string) =>
  asker === 'Media' || asker === 'Font' || /^(video|audio|font)\//.test(type)
    ? { body: new Uint8Array() }
    : { body: { unreadable: why } };

const keyOf = (id: string): string => `body ${id}`;
