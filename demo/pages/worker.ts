import type { Parts } from '../parts';
import { withFooterScript, withRoutes } from './change';

/** A worker that puts good answers by, and gives them again when the network is gone. `kept` is a test on the path. */
function workerSource(kept: RegExp): string {
  return `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'GET' || !${kept.toString()}.test(new URL(url).pathname)) return;
  event.respondWith(answer(event.request));
});
async function answer(request) {
  const cache = await caches.open('harbour-lane-offline');
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(request.url, fresh.clone());
    return fresh;
  } catch {
    return (await cache.match(request.url)) ?? Response.error();
  }
}
`;
}

/** The site with a service worker that keeps answers for when the network is gone. */
export function withWorker(parts: Parts, kept: RegExp): Parts {
  const served = withRoutes(parts, (app) => {
    app.get('/worker.js', (context) => {
      const headers = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' };
      return context.body(workerSource(kept), 200, headers);
    });
  });
  return withFooterScript(served, `navigator.serviceWorker?.register('/worker.js');`);
}
