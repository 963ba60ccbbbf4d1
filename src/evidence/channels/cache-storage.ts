import type { Channel, Show } from '../channel';
import { placeOf } from '../place';
import type { Result } from '../protocol';
import type { Target } from '../target';

type Entry = Result<'CacheStorage.requestEntries'>['cacheDataEntries'][number];

const mostEntries = 1000;
const largest = 32_000_000;

/** Answers that pages and service workers keep by themselves, and show again without asking the server. */
export const cacheStorage: Channel = {
  name: 'cache-storage',
  sees: 'status, headers and body of every answer in every cache that an open frame may use, also of opaque ones, when the evidence is settled',
  blindTo:
    'names of empty caches, what is deleted before then, caches of origins of which no page is open any more; answers over 32 MB, and what is beyond 1,000 answers of a cache, are told of as unreadable',
  plant: "await (await caches.open('planted')).put('/planted', new Response(value));",
  async read(target, show, stores) {
    for (const { storageKey, mayHold } of await stores()) {
      if (!mayHold('cache_storage')) continue;
      const { caches } = await target.send('CacheStorage.requestCacheNames', { storageKey });
      for (const { cacheId } of caches) await readCache(target, cacheId, show);
    }
  },
};

const readCache = async (target: Target, cacheId: string, show: Show): Promise<void> => {
  const { cacheDataEntries, returnCount } = await target.send('CacheStorage.requestEntries', {
    cacheId,
    skipCount: 0,
    pageSize: mostEntries,
  });
  await Promise.all(cacheDataEntries.map((entry) => readEntry(target, cacheId, entry, show)));
  if (returnCount <= cacheDataEntries.length) return;
  const unreadable = `a cache holds ${returnCount} answers, of which ${cacheDataEntries.length} were read`;
  show({ where: { part: 'cache' }, at: Date.now(), body: { unreadable } });
};

const readEntry = async (target: Target, cacheId: string, entry: Entry, show: Show): Promise<void> => {
  const { requestURL, requestHeaders, responseStatus, responseHeaders } = entry;
  const url = placeOf(requestURL);
  const at = Date.now();
  const lines = responseHeaders.map(({ name, value }) => `${name}: ${value}`);
  show({ where: { part: 'headers', url }, at, body: [responseStatus, ...lines].join('\n') });
  const header = (wanted: string) =>
    responseHeaders.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
  const type = header('content-type').split(';')[0]?.trim() ?? '';
  if (Number(header('content-length')) > largest) {
    const unreadable = `an answer of more than ${largest / 1e6} MB in a cache`;
    return show({ where: { part: 'body', url }, at, type, body: { unreadable } });
  }
  const { response } = await target.send('CacheStorage.requestCachedResponse', {
    cacheId,
    requestURL,
    requestHeaders,
  });
  show({ where: { part: 'body', url }, at, type, body: Buffer.from(response.body, 'base64') });
};
