import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { setScene, type Scene, seenBy } from './visit-for-tests';

/*
 * The bar: fifteen ways over the network and seven in the document by which a page is shown something. Each shows a
 * value of its own, which is put together while the page runs. A value counts as seen where it was to be seen.
 */

let site: Scene['site'];
let watched: Scene['watched'];
setScene((scene) => ({ site, watched } = scene));

/** Which channel must have seen it. */
const network = {
  document: 'response-body',
  fetch: 'response-body',
  xhr: 'response-body',
  'error body': 'response-body',
  'redirect body': 'redirect-body',
  'open event source': 'response-body',
  'open stream': 'response-body',
  'web socket': 'web-socket',
  worker: 'response-body',
  'shared worker': 'response-body',
  'service worker': 'response-body',
  'made by a service worker': 'response-body',
  'frame of another site': 'response-body',
  popup: 'response-body',
  'page just left': 'response-body',
} as const;

const inDocument = {
  text: 'dom',
  attribute: 'dom',
  'form value': 'dom',
  'open root': 'dom',
  'closed root': 'dom',
  frame: 'dom',
  'text for 0 ms': 'shown-text',
} as const;

test('what comes over the network is seen, 15 of 15', { timeout: 60_000 }, async () => {
  await using visit = await watched.visitor();
  const { page, ledger } = visit;
  const c = site.canaries;
  await page.goto(c.at('page just left', 'html'));
  await page.goto(
    site.page(`<iframe src="${c.other('frame of another site', 'html')}"></iframe><script>
      const get = async (url) => (await fetch(url)).text();
      const wait = (ms) => new Promise((done) => setTimeout(done, ms));
      (async () => {
        await get('${c.own('fetch')}');
        const xhr = new XMLHttpRequest(); xhr.open('GET', '${c.own('xhr')}'); xhr.send();
        await get('${c.own('error body', 'error')}');
        await get('${c.own('redirect body', 'redirect-body')}');
        await new Promise((done) => { new EventSource('${c.own('open event source', 'events')}').onmessage = done; });
        await (await fetch('${c.own('open stream', 'events')}')).body.getReader().read();
        await new Promise((done) => { new WebSocket(location.origin.replace('http', 'ws') + '${c.own('web socket')}').onmessage = done; });
        await new Promise((done) => { new Worker('${c.own('worker script', 'worker', c.own('worker'))}').onmessage = done; });
        await new Promise((done) => { new SharedWorker('${c.own('shared worker script', 'shared-worker', c.own('shared worker'))}').port.onmessage = done; });
        await navigator.serviceWorker.register('${c.own('service worker script', 'service', c.own('service worker'))}', { scope: '/' });
        while (!navigator.serviceWorker.controller) await wait(20);
        await get('${c.own('made by a service worker', 'made')}');
        window.ready = true;
      })();
    </script>`),
  );
  await page.waitForFunction('window.ready', null, { timeout: 30_000 });
  await open(page, c.at('popup', 'html'));
  await page.goto(c.at('document', 'html'));
  await ledger.settle();
  expect(missedOf(network, seenBy(ledger, c)), 'missed of 15').toEqual([]);
});

test('what stands in the document is seen, 7 of 7', { timeout: 30_000 }, async () => {
  await using visit = await watched.visitor();
  const { page, ledger } = visit;
  const c = site.canaries;
  const made = (name: string) => `[...'${c.backwards(name)}'].reverse().join('')`;
  await page.goto(
    site.page(`<p id="line">before</p><input id="field"><iframe srcdoc="<p></p>"></iframe><script>
      onload = () => {
        const root = (mode) => document.body.appendChild(document.createElement('div')).attachShadow({ mode });
        document.body.append(${made('text')});
        document.body.title = ${made('attribute')};
        field.value = ${made('form value')};
        root('open').append(${made('open root')});
        root('closed').append(${made('closed root')});
        document.querySelector('iframe').contentDocument.body.append(${made('frame')});
        line.firstChild.data = ${made('text for 0 ms')};
        line.firstChild.data = 'after';
        window.ready = true;
      };
    </script>`),
  );
  await page.waitForFunction('window.ready');
  await ledger.settle();
  const seen = seenBy(ledger, c);
  expect(missedOf(inDocument, seen), 'missed of 7').toEqual([]);
  expect(Object.keys(seen).length).toBe(7);
  expect(seen['text for 0 ms']).toEqual(['shown-text']);
});

const missedOf = (
  wanted: Readonly<Record<string, string>>,
  seen: Readonly<Record<string, readonly string[]>>,
) =>
  Object.entries(wanted)
    .filter(([name, channel]) => !seen[name]?.includes(channel))
    .map(([name]) => name);

const open = async (page: Page, url: string) => {
  const opened = page.waitForEvent('popup');
  await page.evaluate((address) => void window.open(address), url);
  await (await opened).waitForLoadState();
};
