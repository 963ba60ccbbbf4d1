import { expect, test } from 'vitest';
import { readExhibits } from '../oracle/read-exhibits';
import { setScene, type Scene, seenBy, textOf, unreadable } from './visit-for-tests';

let site: Scene['site'];
let watched: Scene['watched'];
setScene((scene) => ({ site, watched } = scene));

test('what pages make, keep, draw and send each other is seen', { timeout: 30_000 }, async () => {
  await using visit = await watched.visitor();
  const { page, ledger } = visit;
  const c = site.canaries;
  await page.goto(
    site.page(`<iframe src="${site.other(
      site.page(`<script>parent.postMessage({ deep: ['${c.make('message of a frame')}'] }, '*')</script>`),
    )}"></iframe><a id="file" href="${c.own('downloaded', 'attachment')}">file</a><script>
      const from = async (url) => (await (await fetch(url)).text()).replaceAll('"', '');
      const stored = (asked) => new Promise((done, fail) => { asked.onsuccess = () => done(asked.result); asked.onerror = fail; });
      addEventListener('load', async () => {
        const opening = indexedDB.open('of the page', 3);
        opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
        const rows = (await stored(opening)).transaction('rows', 'readwrite').objectStore('rows');
        const [row, file] = ['${c.backwards('row')}', '${c.backwards('file in a row')}'].map((text) => [...text].reverse().join(''));
        await stored(rows.put({ id: 1, deep: new Map([['at', { row }]]), file: new Blob([file]) }));
        const cache = await caches.open('of the page');
        await cache.add('${c.own('cached')}');
        await cache.put('/made', new Response('x', { headers: { 'x-kept': await from('${c.own('cached header')}') } }));
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('inner', { create: true });
        const writing = await (await folder.getFileHandle('name', { create: true })).createWritable();
        await writing.write(await from('${c.own('private file')}')); await writing.close();
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([await from('${c.own('made file')}')], { type: 'text/csv' }));
        link.download = (await from('${c.own('name of a file')}')) + '.csv'; link.click();
        document.querySelector('#file').click();
        const { port1, port2 } = new MessageChannel();
        port2.onmessage = ({ data }) => data; port1.postMessage([await from('${c.own('message of a port')}')]);
        const worker = new Worker(URL.createObjectURL(new Blob(['postMessage([..."' + '${c.backwards('message of a worker')}' + '"].reverse().join(""))'])));
        await new Promise((done) => { worker.onmessage = ({ data }) => done(data); });
        document.createElement('canvas').getContext('2d').fillText(await from('${c.own('drawn')}'), 0, 0);
        history.replaceState({ passing: await from('${c.own('passing state')}') }, ''); history.replaceState(null, '');
        navigator.clipboard.writeText(await from('${c.own('copied')}')).catch(() => 0);
        navigator.sendBeacon('/elsewhere', await from('${c.own('beacon')}'));
        window.name = await from('${c.own('window name')}');
        window.ready = true;
      });
    </script>`),
  );
  await page.waitForFunction('window.ready', null, { timeout: 20_000 });
  await ledger.settle();
  expect(seenBy(ledger, c)).toMatchObject({
    row: expect.arrayContaining(['indexed-db']),
    'file in a row': expect.arrayContaining(['indexed-db']),
    cached: expect.arrayContaining(['cache-storage']),
    'cached header': expect.arrayContaining(['cache-storage']),
    'private file': expect.arrayContaining(['file-system']),
    downloaded: expect.arrayContaining(['download']),
    'made file': expect.arrayContaining(['blob-url', 'download']),
    'name of a file': expect.arrayContaining(['download']),
    'message of a frame': expect.arrayContaining(['post-message']),
    'message of a port': expect.arrayContaining(['post-message']),
    'message of a worker': expect.arrayContaining(['post-message']),
    drawn: expect.arrayContaining(['drawn-text']),
    'passing state': expect.arrayContaining(['title-and-url']),
    copied: expect.arrayContaining(['clipboard']),
    beacon: expect.arrayContaining(['request']),
    'window name': expect.arrayContaining(['title-and-url']),
  });
  expect(unreadable(ledger)).toEqual([]);
});

test('a redirect is asked again once, with the credentials that the browser sent', async () => {
  await using visit = await watched.visitor();
  const { page, ledger, context } = visit;
  const c = site.canaries;
  const url = c.own('page behind the redirect', 'redirect-for-cookie');
  await page.goto(site.page('<p>start</p>'));
  await context.addCookies([{ name: 'who', value: 'somebody', url: new URL(page.url()).origin }]);
  const before = site.requests.length;
  await page.evaluate(async (address) => void (await fetch(address)), url);
  await ledger.settle();
  await ledger.settle();
  expect(seenBy(ledger, c)['page behind the redirect']).toContain('redirect-body');
  expect(site.requests.slice(before).filter((path) => path === url)).toHaveLength(2);
});

test('more redirects than are asked again are told of', { timeout: 60_000 }, async () => {
  await using visit = await watched.visitor();
  const { page, ledger } = visit;
  await page.goto(site.page('<p>start</p>'));
  const follow = (from: number, to: number) =>
    page.evaluate(
      async ([first, last]) => {
        for (let i = first; i < last; i++) await fetch(`/turn?to=redirect&number=${i}`);
      },
      [from, to] as const,
    );
  await follow(0, 60);
  await ledger.settle();
  expect(unreadable(ledger)).toEqual([]);
  await follow(60, 62);
  await ledger.settle();
  await ledger.settle();
  expect(unreadable(ledger)).toEqual([
    expect.objectContaining({
      channel: 'redirect-body',
      body: { unreadable: expect.stringContaining('more than 60 redirects') },
    }),
  ]);
});

test('what a page keeps for paper and for who copies is seen, and read again only when it has changed', async () => {
  await using visit = await watched.visitor();
  const { page, ledger } = visit;
  const c = site.canaries;
  const made = (name: string) => `[...'${c.backwards(name)}'].reverse().join('')`;
  await page.goto(
    site.page(`<p id="line">on the screen</p><input id="field"><script>
      window.printed = 0; window.copies = 0;
      addEventListener('beforeprint', () => { printed++; line.textContent = ${made('before printing')}; document.title = ${made('on paper')}; });
      addEventListener('afterprint', () => { line.textContent = 'on the screen'; document.title = 'page'; });
      document.addEventListener('copy', (event) => { copies++; event.clipboardData.setData('text/html', ${made('given to who copies')}); event.preventDefault(); });
      const made = new CSSStyleSheet();
      made.insertRule('@media print { p::after { content: "' + ${made('print rule')} + '" } }');
      document.adoptedStyleSheets = [made];
      fetch(location.href, { headers: { 'x-last': ${made('request header')}, authorization: 'Bearer ' + ${made('own token')} } });
    </script>`),
  );
  for (let round = 0; round < 3; round++) await ledger.settle();
  expect(seenBy(ledger, c)).toMatchObject({
    'before printing': expect.arrayContaining(['shown-text']),
    'on paper': expect.arrayContaining(['printed']),
    'given to who copies': ['clipboard'],
    'print rule': ['style-rules'],
    'request header': ['request'],
  });
  expect(seenBy(ledger, c)['own token']).toBeUndefined();
  expect(await page.evaluate('[printed, copies]')).toEqual([1, expect.any(Number)]);
  const copies = await page.evaluate('copies');
  for (let round = 0; round < 3; round++) await ledger.settle();
  expect(await page.evaluate('[printed, copies]'), 'after nothing has changed').toEqual([1, copies]);
  expect(await page.textContent('#line')).toBe('on the screen');
  const papers = ledger.exhibits().filter(({ channel }) => channel === 'printed');
  const [paper] = await readExhibits(papers);
  expect(c.namesIn(textOf(paper))).toEqual(
    expect.arrayContaining(['before printing', 'on paper', 'print rule']),
  );
  expect(unreadable(ledger)).toEqual([]);
});

test('a page that makes nothing ready for paper is not printed', async () => {
  await using visit = await watched.visitor();
  const { page, ledger } = visit;
  await page.goto(site.page(`<style>@media print { p { color: red } }</style><p>plain</p>`));
  await ledger.settle();
  expect(ledger.exhibits().filter(({ channel }) => channel === 'printed')).toEqual([]);
});

test('what logs out or works once is not asked again', async () => {
  await using visit = await watched.visitor();
  const { page, ledger } = visit;
  await page.goto(site.page('<p>start</p>'));
  const before = site.requests.length;
  for (const path of ['/logout?to=redirect', '/callback?code=1&to=redirect'])
    await page.evaluate(async (address) => void (await fetch(address)), path);
  await ledger.settle();
  expect(site.requests.slice(before).filter((path) => path.includes('redirect'))).toHaveLength(2);
  expect(ledger.exhibits().map(textOf).join()).not.toContain('behind a redirect');
});

test('a document is read again when something in it has changed, and only then', async () => {
  await using visit = await watched.visitor();
  const { page, ledger, context } = visit;
  const c = site.canaries;
  await page.goto(
    site.page(`<input id="typed"><input id="set"><iframe srcdoc="<p></p>"></iframe><div id="host"></div>`),
  );
  await ledger.settle();
  const mark = ledger.mark();
  await ledger.settle();
  expect(ledger.since(mark).some(({ channel }) => channel === 'dom')).toBe(true);
  const changes: Readonly<Record<string, (value: string) => Promise<unknown>>> = {
    typed: (value) => page.fill('#typed', value),
    set: (value) =>
      page.evaluate(
        (text) => void Object.assign(document.querySelector('#set') ?? {}, { value: text }),
        value,
      ),
    'in a frame': (value) =>
      page.frames()[1]?.evaluate((text) => document.body.append(text), value) ?? Promise.reject(),
    'in a root': (value) =>
      page.evaluate(
        (text) => document.querySelector('#host')?.attachShadow({ mode: 'closed' }).append(text),
        value,
      ),
    'in an attribute': (value) => page.evaluate((text) => (document.body.title = text), value),
    'by a style sheet': (value) => page.addStyleTag({ content: `body::after { content: '${value}' }` }),
  };
  for (const [name, change] of Object.entries(changes)) {
    await change(c.make(name));
    await ledger.settle();
    expect(seenBy(ledger, c)[name], name).toContain('dom');
  }
  await context.close();
});
