import { expect, test } from 'vitest';
import { byAddress, keptAnyway, privateData, withoutStaticEnd } from './careless';
import { cached, soundCache } from './cache';

const address = 'http://127.0.0.1/x';

function origin(cacheControl: string, headers: Readonly<Record<string, string>> = {}) {
  let asked = 0;
  const answer = async (request: Request) => {
    asked += 1;
    const body = `${request.headers.get('authorization')} ${asked}`;
    return new Response(body, { headers: { 'cache-control': cacheControl, ...headers } });
  };
  return answer;
}

async function twice(
  answer: (request: Request) => Promise<Response>,
  url = address,
): Promise<readonly string[]> {
  const first = await answer(new Request(url, { headers: { authorization: 'A' } }));
  const second = await answer(new Request(url, { headers: { authorization: 'B' } }));
  return [await first.text(), await second.text()];
}

test.each([
  ['public, max-age=60', {}, ['A 1', 'A 1']],
  ['public, max-age=60', { vary: 'Authorization' }, ['A 1', 'B 2']],
  ['public, max-age=60', { 'set-cookie': 'a=b' }, ['A 1', 'B 2']],
  ['public, max-age=60, s-maxage=0', {}, ['A 1', 'B 2']],
  ['public, no-store, max-age=60', {}, ['A 1', 'B 2']],
  ['private, max-age=60', {}, ['A 1', 'B 2']],
  ['max-age=60', {}, ['A 1', 'B 2']],
  ['public', {}, ['A 1', 'B 2']],
])('%s with %o', async (cacheControl, headers, bodies) => {
  expect(await twice(cached(soundCache, origin(cacheControl, headers)))).toEqual(bodies);
});

test('only answers that may be kept are labelled', async () => {
  const open = cached(soundCache, origin('public, max-age=60'));
  const labels = [await open(new Request(address)), await open(new Request(address))];
  expect(labels.map((answer) => answer.headers.get('x-cache'))).toEqual(['MISS', 'HIT']);
  const closed = await cached(soundCache, origin('private, no-store'))(new Request(address));
  expect(closed.headers.has('x-cache')).toBe(false);
});

test('the careless cache gives one person’s answer to another, for private addresses', async () => {
  const parts = { ...soundCache, life: keptAnyway(soundCache, privateData), key: byAddress };
  const answer = () => cached(parts, origin('private, no-store'));
  expect(await twice(answer(), 'http://127.0.0.1/api/bookings')).toEqual(['A 1', 'A 1']);
  expect(await twice(answer(), 'http://127.0.0.1/auth/v1/user')).toEqual(['A 1', 'B 2']);
});

test.each([
  ['/api/chat/history/x.css', '/api/chat/history'],
  ['/account/x.js', '/account'],
  ['/account/invoices/1/x.png', '/account/invoices/1'],
  ['/assets/site.css', '/assets/site.css'],
  ['/api/chat/history', '/api/chat/history'],
])('%s is routed as %s by the server that ignores the end', (path, routed) => {
  expect(withoutStaticEnd(path)).toBe(routed);
});
