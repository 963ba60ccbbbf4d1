import { arrivalsOf, isWhole, largestBody, stream, streamed, type Arriving } from '../arriving';
import { bodyOf, keptBodyOf, type Body, type NoBody } from '../bodies';
import type { Channel, Show } from '../channel';
import { asList } from '../list';
import type { Exhibit } from '../../words';
import { placeOf } from '../place';
import type { Payload } from '../protocol';
import type { Target } from '../target';

/** Bodies of everything that a page, an iframe or a worker loads. */
export const responseBody: Channel = {
  name: 'response-body',
  sees: 'bodies of all responses to pages, iframes and workers, of streams while they are open, of pages that were left or closed',
  blindTo: 'bodies of redirects, files that are downloaded, the first requests of a shared worker',
  plant: "await (await fetch(give('body'))).text();",
  domains: ['Network'],
  watch(target, show) {
    const { requests, awaits } = target.context;
    const { open, cached } = arrivalsOf(target.context);
    target.on('Network.requestServedFromCache', ({ requestId }) => void cached.add(requestId));
    target.on('Network.responseReceived', ({ requestId, type, timestamp, response }) => {
      if (type === 'Preflight' || hasNoBody(response.status)) return void open.set(requestId, null);
      const one: Arriving = {
        id: requestId,
        url: response.url,
        type: response.mimeType,
        asker: type,
        at: requests.time(timestamp),
        target,
        fromCache:
          cached.has(requestId) || response.fromDiskCache === true || response.fromPrefetchCache === true,
        handedOn: isHandedOn(response),
        chunks: [],
        messages: [],
        bytes: 0,
        streaming: undefined,
        isShown: false,
        shownBytes: 0,
      };
      open.set(requestId, one);
      if (isOpenEnded(type, response.headers)) stream(one);
    });
    target.on('Network.dataReceived', ({ requestId, dataLength, data }) => {
      const one = open.get(requestId);
      if (!one) return;
      one.bytes += dataLength;
      if (one.bytes > largestBody) return void one.chunks.splice(0);
      if (data !== undefined && data !== '') one.chunks.push(data);
    });
    target.on('Network.eventSourceMessageReceived', ({ requestId, data }) => {
      open.get(requestId)?.messages.push(data);
    });
    target.on('Network.loadingFinished', ({ requestId }) => {
      const one = open.get(requestId);
      open.delete(requestId);
      if (one) awaits(showFinished(one, target, show));
      else if (one === undefined) awaits(showUnannounced(requestId, target, show));
    });
    target.on('Network.loadingFailed', ({ requestId }) => {
      const one = open.get(requestId);
      open.delete(requestId);
      if (one) awaits(showUnfinished(one, 'it was broken off', show));
    });
  },
  async readContext(context, show) {
    const { open, seen, lost } = arrivalsOf(context);
    for (const { url, tell } of lost.splice(0)) if (!seen.has(url)) tell();
    const shared = context.targets().filter(({ type }) => type === 'shared_worker');
    await Promise.all(shared.map((target) => tellUnseen(target, show)));
    const all = [...open.values()].filter((one) => one !== null);
    await Promise.all(
      all.map(async (one) => {
        if (one.target.isGone()) open.delete(one.id);
        else stream(one);
        await showUnfinished(one, 'it had not ended', show);
      }),
    );
  },
};

const hasNoBody = (status: number): boolean =>
  (status >= 100 && status < 200) || status === 204 || status === 205 || status === 304;

/** What may stay open, or be broken off when its reader has read enough: its bytes are wanted as they come. */
const isOpenEnded = (asker: string, headers: Readonly<Record<string, string>>): boolean => {
  if (asker === 'EventSource') return true;
  const tellsLength = Object.keys(headers).some((name) => name.toLowerCase() === 'content-length');
  return !tellsLength && (asker === 'Fetch' || asker === 'XHR');
};

/** Not what it has made up itself. Source: `serviceWorkerResponseSource` of the protocol's `Network.Response`. */
const isHandedOn = ({
  fromServiceWorker = false,
  serviceWorkerResponseSource: source,
}: Payload<'Network.responseReceived'>['response']): boolean =>
  fromServiceWorker && (source === 'network' || source === 'cache-storage' || source === 'http-cache');

const showFinished = async (one: Arriving, target: Target, show: Show): Promise<void> => {
  const { seen } = arrivalsOf(target.context);
  if (one.asker === 'Media' || one.asker === 'Font') return showLoss(one, '', show);
  if (one.bytes > largestBody) return showLoss(one, tooLarge, show);
  await one.streaming;
  const whole = isWhole(one) ? { body: streamed(one) } : await bodyOf(target, one.id, one.bytes);
  if ('body' in whole) {
    seen.add(one.url);
    return showBody(one, whole.body, show);
  }
  if (one.bytes === 0 && !one.fromCache) return;
  // What the cache holds was seen when it came into it: the context had an empty one when the watch began.
  if (one.fromCache && seen.has(one.url)) return;
  const why = `the browser did not give out the body (${whole.why})`;
  // The worker's own requests are watched, and may be read a moment later.
  const tell = () => showLoss(one, why, show);
  if (one.handedOn) return void arrivalsOf(target.context).lost.push({ url: one.url, tell });
  tell();
};

/** A response whose head was not seen: the script of a worker, or a popup's that started before it was watched. */
const showUnannounced = async (id: string, target: Target, show: Show): Promise<void> => {
  const request = target.context.requests.get(id);
  const had = await bodyOf(target, id, 0);
  const whole = 'why' in had && target.type === 'service_worker' ? await scriptOf(target, had) : had;
  const url = request?.url ?? target.url();
  const { seen, lost } = arrivalsOf(target.context);
  const showIt = (body: Exhibit['body']) =>
    show({ where: { part: 'body', url: placeOf(url) }, at: Date.now(), body });
  if ('body' in whole) {
    seen.add(url);
    return showIt(whole.body);
  }
  const tell = () => showIt({ unreadable: `the browser did not give out the body (${whole.why})` });
  if (target.type === 'service_worker') lost.push({ url, tell });
  else if (!target.isPopup) tell();
};

/**
 * What a service worker runs, fetched once more by itself: the browser has it before the worker can be watched, and a
 * page that is left at once takes it along. Another page of the same visit may have been seen to ask for it, too.
 */
const scriptOf = async (target: Target, otherwise: NoBody): Promise<Body | NoBody> => {
  const expression = 'fetch(self.location.href).then((answer) => answer.text())';
  try {
    const { result } = await target.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    const script: unknown = result.value;
    return typeof script === 'string' ? { body: script } : otherwise;
  } catch {
    return otherwise;
  }
};

const tooLarge = `a body of more than ${largestBody / 1e6} MB`;

/** What has come of it so far was shown. */
const showUnfinished = async (one: Arriving, what: string, show: Show): Promise<void> => {
  if (one.bytes > largestBody) return showLoss(one, tooLarge, show);
  await one.streaming;
  if (one.isShown && one.bytes === one.shownBytes) return;
  const part = streamed(one);
  if (part.length > 0) return showBody(one, part, show);
  if (one.bytes === 0) return;
  const kept = await keptBodyOf(one.target, one.id);
  if ('body' in kept) return showBody(one, kept.body, show);
  if (tellsBeforeItsEnd.has(one.asker))
    showLoss(one, `${what} after ${one.bytes} bytes, which the browser did not give out`, show);
};

/** Half a picture or half a script shows and does nothing. */
const tellsBeforeItsEnd: ReadonlySet<string> = new Set(['Document', 'Fetch', 'XHR', 'EventSource', 'Other']);

/** A shared worker may start before it is watched: what it loaded by then is told of as not seen. */
const tellUnseen = async (target: Target, show: Show): Promise<void> => {
  const { seen, open } = arrivalsOf(target.context);
  const loaded = `performance.getEntriesByType('resource').map(({ name }) => name)`;
  const { result } = await target.send('Runtime.evaluate', { expression: loaded, returnByValue: true });
  const known = new Set([...seen, ...[...open.values()].flatMap((one) => one?.url ?? [])]);
  for (const url of asList(result.value)) {
    if (typeof url !== 'string' || known.has(url)) continue;
    const unreadable = 'a shared worker was given it before the worker could be watched';
    show({ where: { part: 'body', url: placeOf(url) }, at: Date.now(), body: { unreadable } });
  }
};

/** A body that grows takes the place of what was shown of it before. */
const showBody = (one: Arriving, body: string | Uint8Array, show: Show): void => {
  const isGrowing = one.isShown || arrivalsOf(one.target.context).open.has(one.id);
  one.isShown = true;
  one.target.context.exchanges.answered(one.id, body);
  one.shownBytes = one.bytes;
  show({ ...placeAndTime(one), body }, isGrowing ? one.id : undefined);
};

/** The answer to a beacon is thrown away by the browser; films, sounds and fonts hold no text in any case. */
const showLoss = (one: Arriving, unreadable: string, show: Show): void => {
  if (one.asker === 'Ping') return;
  const isWordless = one.asker === 'Media' || one.asker === 'Font' || /^(video|audio|font)\//.test(one.type);
  show({ ...placeAndTime(one), body: isWordless ? new Uint8Array() : { unreadable } });
};

/** An answer that the browser kept from before is told apart: it may have been somebody else's. */
const placeAndTime = ({ url, at, type, asker, fromCache }: Arriving) => ({
  where: { part: fromCache && tellsBeforeItsEnd.has(asker) ? 'cached body' : 'body', url: placeOf(url) },
  at,
  type,
});
