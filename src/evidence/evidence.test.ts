import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../browser/find';
import type { Exhibit } from '../words';
import { prepareContext, selfCheck, watchBrowser, type BrowserWatch, type Ledger } from './index';
import { freePort } from './free-port';

/*
 * Every canary is made while the test runs, and handed out by the server under a path that does not contain it: so no
 * source text, and no address, can be taken for evidence.
 */

let site: Site;
let browser: Browser;
let watch: BrowserWatch;

beforeAll(async () => {
  site = await startSite();
  const port = await freePort();
  const { executablePath, args } = await findBrowser();
  browser = await chromium.launch({ executablePath, args: [...args, `--remote-debugging-port=${port}`] });
  watch = await watchBrowser({ port });
}, 60_000);

afterAll(async () => {
  await watch?.close();
  await browser?.close();
  site?.close();
});

test('each channel sees what is shown in it', { timeout: 60_000 }, async () => {
  await using visit = await visitor();
  const { page, ledger } = visit;
  const c = site.canaries;
  await page.goto(
    site.page(`
    <p>${c.make('text')}</p><p hidden>${c.make('hidden')}</p><p title="${c.make('attribute')}">a</p><!--${c.make('comment')}-->
    <style>.g::after { content: '${c.make('generated')}' }</style><p class="g">b</p>
    <input id="field"><iframe src="${c.own('same-origin frame', 'html')}"></iframe>
    <iframe src="${c.other('cross-origin frame', 'html')}"></iframe><iframe srcdoc="<p>${c.make('srcdoc')}</p>"></iframe>
    <open-box></open-box><closed-box></closed-box>
    <div><template shadowrootmode="closed"><b>${c.make('declared closed root')}</b></template></div>
    <script src="${c.own('script', 'js')}"></script>
    <img src="${c.own('picture', 'gif')}">
    <script>
      const get = async (url, as = 'text') => (await fetch(url))[as]();
      const from = async (url) => (await get(url)).replaceAll('"', '');
      for (const mode of ['open', 'closed']) customElements.define(mode + '-box', class extends HTMLElement {
        async connectedCallback() { this.attachShadow({ mode }).innerHTML = '<i>' + await from(this.localName === 'open-box' ? '${c.own('open root')}' : '${c.own('closed root')}') + '</i>'; }
      });
      const xhr = new XMLHttpRequest(); xhr.open('GET', '${c.own('xhr')}'); xhr.send();
      (async () => {
        document.querySelector('#field').value = await from('${c.own('field')}');
        document.cookie = 'jar=' + await from('${c.own('cookie')}');
        localStorage.setItem('key', await from('${c.own('local')}'));
        localStorage.setItem('brief', await from('${c.own('local brief')}')); localStorage.removeItem('brief');
        sessionStorage.setItem('key', await from('${c.own('session')}'));
        console.log({ deep: { deeper: [{ at: ['x'.repeat(300), await from('${c.own('console')}')] }] } }, 1);
        history.pushState({ kept: await from('${c.own('history state')}') }, '', '?' + await from('${c.own('address')}'));
        document.title = await from('${c.own('title')}');
        await get('${c.other('preflighted')}', 'text').catch(() => 0);
        await fetch('${c.other('preflighted header')}', { headers: { 'x-own': '1' } });
        await get('${c.own('redirect', 'redirect')}');
        await get('${c.own('error', 'error')}');
        await get('${c.own('binary', 'binary')}', 'arrayBuffer');
        await get('${c.own('compressed', 'gzip')}');
        await get(URL.createObjectURL(new Blob([await from('${c.own('blob')}') + '-blob'])));
        await get('data:text/plain,' + await from('${c.own('data url')}') + '-data');
        await fetch('${c.own('posted')}', { method: 'POST', body: 'sent ' + await from('${c.own('request')}') });
        navigator.sendBeacon('${c.own('beacon')}', 'x');
        fetch('${c.own('unread')}');
        fetch('${c.own('empty', 'empty')}');
        setTimeout(async () => { throw new Error(await from('${c.own('uncaught')}')); });
        const worker = new Worker('${c.own('worker script', 'worker', c.own('worker'))}'); worker.onmessage = () => {};
        await navigator.serviceWorker.register('${c.own('service worker script', 'service', c.own('service worker'))}', { scope: '/' });
        const socket = new WebSocket(location.origin.replace('http', 'ws') + '${c.own('socket')}');
        await new Promise((done) => { socket.onmessage = done; });
        socket.send(await from('${c.own('socket sent')}'));
        while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 20));
        get('${c.own('made by service worker', 'made')}');
        const events = new EventSource('${c.own('events', 'events')}');
        await new Promise((done) => { events.onmessage = done; });
        const reader = (await fetch('${c.own('stream', 'events')}')).body.getReader(); await reader.read();
        await new Promise((done) => setTimeout(done, 300));
        window.ready = true;
      })();
    </script>`),
  );
  await page.waitForFunction('window.ready', null, { timeout: 30_000 });
  await ledger.settle();

  const seen = seenBy(ledger, c);
  const body = ['response-body'];
  expect(seen).toMatchObject({
    text: expect.arrayContaining(['dom', 'shown-text', 'response-body']),
    hidden: expect.arrayContaining(['dom', 'shown-text']),
    attribute: expect.arrayContaining(['dom', 'shown-text']),
    comment: expect.arrayContaining(['dom', 'shown-text']),
    generated: expect.arrayContaining(['dom']),
    'same-origin frame': expect.arrayContaining(['dom', 'shown-text', 'response-body']),
    'cross-origin frame': expect.arrayContaining(['dom', 'shown-text', 'response-body']),
    srcdoc: expect.arrayContaining(['dom', 'shown-text']),
    'open root': expect.arrayContaining(['dom', 'shown-text']),
    'closed root': expect.arrayContaining(['dom', 'shown-text']),
    'declared closed root': expect.arrayContaining(['dom']),
    script: expect.arrayContaining(body),
    picture: expect.arrayContaining(body),
    xhr: expect.arrayContaining(body),
    field: expect.arrayContaining(['dom', 'shown-text']),
    cookie: expect.arrayContaining(['cookies']),
    local: expect.arrayContaining(['local-storage']),
    'local brief': expect.arrayContaining(['local-storage']),
    session: expect.arrayContaining(['session-storage']),
    console: expect.arrayContaining(['console']),
    uncaught: expect.arrayContaining(['console']),
    'history state': expect.arrayContaining(['title-and-url']),
    address: expect.arrayContaining(['title-and-url']),
    title: expect.arrayContaining(['title-and-url', 'dom', 'shown-text']),
    preflighted: expect.arrayContaining(body),
    'preflighted header': expect.arrayContaining(['response-body', 'response-headers']),
    redirect: expect.arrayContaining(['response-body', 'response-headers']),
    error: expect.arrayContaining(body),
    binary: expect.arrayContaining(body),
    compressed: expect.arrayContaining(body),
    'blob-blob': expect.arrayContaining(body),
    'data url-data': expect.arrayContaining(body),
    request: expect.arrayContaining(['request']),
    posted: expect.arrayContaining(body),
    unread: expect.arrayContaining(body),
    worker: expect.arrayContaining(['response-body', 'console']),
    'worker script': expect.arrayContaining(body),
    'service worker': expect.arrayContaining(body),
    'service worker script': expect.arrayContaining(body),
    'made by service worker': expect.arrayContaining(body),
    socket: expect.arrayContaining(['web-socket']),
    'socket sent': expect.arrayContaining(['request']),
    events: expect.arrayContaining(body),
    stream: expect.arrayContaining(body),
    'xhr header': expect.arrayContaining(['response-headers']),
  });
  expect(unreadable(ledger)).toEqual([]);
});

test.each([0, 16, 150])(
  'text that is there for %i ms is seen, with its times',
  { timeout: 30_000 },
  async (ms) => {
    await using visit = await visitor();
    const c = site.canaries;
    await visit.page.goto(
      site.page(`<p id="line">before</p><script>
    const line = document.querySelector('#line');
    const from = async (url) => (await (await fetch(url)).text()).replaceAll('"', '');
    const wait = () => ${ms === 0 ? 'undefined' : `new Promise((done) => setTimeout(done, ${ms}))`};
    (async () => {
      const [one, two, three, four] = await Promise.all(['${c.own('one')}', '${c.own('two')}', '${c.own('three')}', '${c.own('four')}'].map(from));
      const root = line.appendChild(document.createElement('x-y')).attachShadow({ mode: 'closed' });
      line.firstChild.data = one; line.title = two; root.innerHTML = '<b>' + three + '</b>'; document.title = four;
      ${ms === 0 ? '' : 'await wait();'}
      line.firstChild.data = 'after'; line.title = 'after'; root.innerHTML = ''; document.title = 'after';
      window.ready = true;
    })();
  </script>`),
    );
    await visit.page.waitForFunction('window.ready');
    await visit.ledger.settle();
    const seen = seenBy(visit.ledger, c);
    for (const name of ['one', 'two', 'three', 'four']) expect(seen[name]).toContain('shown-text');
    expect(seen['one']).not.toContain('dom');
    const one = visit.ledger
      .exhibits()
      .find((exhibit) => exhibit.channel === 'shown-text' && textOf(exhibit).includes(c.value('one')));
    expect(one?.where.part).toBe('text');
    expect(one?.selectorAt?.(textOf(one).indexOf(c.value('one')))).toBe('p#line');
    expect((one?.until ?? 0) - (one?.at ?? 0)).toBeGreaterThanOrEqual(ms === 0 ? 0 : ms - 5);
  },
);

test('an answer that is written word by word is one exhibit, in full', async () => {
  await using visit = await visitor();
  await visit.page.goto(
    site.page(`<p></p><script>
    const line = document.querySelector('p'); let text = '';
    const next = () => { text += 'word' + text.length + ' '; line.innerHTML = text; if (text.length < 600) setTimeout(next, 1); else window.ready = true; };
    next();
  </script>`),
  );
  await visit.page.waitForFunction('window.ready');
  await visit.ledger.settle();
  const written = visit.ledger
    .exhibits()
    .filter((exhibit) => exhibit.channel === 'shown-text' && textOf(exhibit).startsWith('word0'));
  expect(written).toHaveLength(1);
  expect(written[0]?.until).toBeUndefined();
  expect(textOf(written[0]).length).toBeGreaterThanOrEqual(600);
});

test('nothing is lost when a page is left or closed', { timeout: 30_000 }, async () => {
  await using visit = await visitor();
  const { page, ledger, context } = visit;
  const c = site.canaries;
  const put = (name: string) =>
    page.evaluate(async (url) => {
      const text = await (await fetch(url)).text();
      document.body.append(text);
    }, c.own(name));
  await page.goto(site.page(`<p>${c.make('left document')}</p>`));
  await put('left');
  await page.goto(site.other(site.page('elsewhere')));
  await put('closed');
  const second = await context.newPage();
  await second.goto(site.page(`<p>${c.make('closed document')}</p>`));
  await second.evaluate(async (url) => void (await fetch(url)).text(), c.own('closed with its last page'));
  await page.close();
  await second.close();
  await ledger.settle();
  expect(seenBy(ledger, c)).toMatchObject({
    'left document': expect.arrayContaining(['response-body', 'shown-text']),
    left: expect.arrayContaining(['response-body', 'shown-text']),
    closed: expect.arrayContaining(['response-body', 'shown-text']),
    'closed document': expect.arrayContaining(['response-body', 'shown-text']),
    'closed with its last page': expect.arrayContaining(['response-body']),
  });
  expect(unreadable(ledger)).toEqual([]);
});

test.each(['same', 'other'] as const)(
  'a popup of the %s origin is watched',
  { timeout: 30_000 },
  async (kind) => {
    for (let round = 0; round < 3; round++) {
      await using visit = await visitor();
      const { page, ledger } = visit;
      const c = site.canaries;
      const inner = site.page(`<p>${c.make('popup document')}</p><script>
      (async () => { document.body.append((await (await fetch('${c.own('popup fetch')}')).text()).replaceAll('"', '')); window.ready = true; })();
    </script>`);
      await page.goto(site.page('opener'));
      const opened = page.waitForEvent('popup');
      await page.evaluate((url) => void open(url), kind === 'same' ? inner : site.other(inner));
      const popup = await opened;
      await popup.waitForFunction('window.ready');
      await ledger.settle();
      expect(seenBy(ledger, c)).toMatchObject({
        'popup document': expect.arrayContaining(['response-body', 'dom', 'shown-text']),
        'popup fetch': expect.arrayContaining(['response-body', 'dom', 'shown-text']),
      });
      expect(unreadable(ledger)).toEqual([]);
    }
  },
);

test('two contexts at once never mix', { timeout: 60_000 }, async () => {
  await using one = await visitor();
  await using two = await visitor();
  const c = site.canaries;
  const names = [one, two].map((visit, who) => {
    const name = (what: string) => `${what} of ${who}`;
    return {
      visit,
      name,
      url: site.page(`<title>${c.make(name('title'))}</title><iframe src="${c.other(name('frame'), 'html')}"></iframe><script>
        const from = async (url) => (await (await fetch(url)).text()).replaceAll('"', '');
        new Worker('${c.own(name('worker script'), 'worker', c.own(name('worker')))}');
        navigator.serviceWorker.register('${c.own(name('service worker script'), 'service', c.own(name('service worker')))}');
        new SharedWorker('${c.own(name('shared worker script'), 'js')}');
        (async () => {
          const socket = new WebSocket(location.origin.replace('http', 'ws') + '${c.own(name('socket'))}');
          for (let i = 0; i < 10; i++) { console.log(await from('${c.own(name('console'))}' + '&i=' + i)); }
          document.cookie = 'who=' + await from('${c.own(name('cookie'))}');
          localStorage.setItem('who', await from('${c.own(name('local'))}'));
          open('${c.own(name('popup'), 'html')}');
          await new Promise((done) => setTimeout(done, 700));
          window.ready = true;
        })();
      </script>`),
    };
  });
  await Promise.all(names.map(({ visit, url }) => visit.page.goto(url)));
  await Promise.all(names.map(({ visit }) => visit.page.waitForFunction('window.ready')));
  await Promise.all(names.map(({ visit }) => visit.ledger.settle()));
  for (const [who, { visit }] of names.entries()) {
    const seen = Object.keys(seenBy(visit.ledger, c));
    expect(seen.filter((name) => name.endsWith(`of ${1 - who}`))).toEqual([]);
    for (const what of [
      'title',
      'frame',
      'worker',
      'service worker',
      'console',
      'cookie',
      'local',
      'popup',
      'socket',
    ])
      expect(seen).toContain(`${what} of ${who}`);
  }
});

test('settling again adds what is new and repeats nothing', async () => {
  await using visit = await visitor();
  const { page, ledger } = visit;
  const c = site.canaries;
  await page.goto(site.page('<p>still</p>'));
  await ledger.settle();
  const before = ledger.exhibits();
  await ledger.settle();
  expect(ledger.exhibits()).toHaveLength(before.length);
  await page.evaluate(async (url) => {
    document.body.append((await (await fetch(url)).text()).slice(1, -1));
  }, c.own('later'));
  await ledger.settle();
  expect(seenBy(ledger, c)['later']).toEqual(expect.arrayContaining(['dom', 'response-body']));
});

test('a text is found in the page by its selector', async () => {
  await using visit = await visitor();
  const value = site.canaries.make('placed');
  await visit.page.goto(
    site.page(`<main><ul><li>one</li><li>two <b>${value}</b></li></ul><div id="box"></div></main><script>
    box.attachShadow({ mode: 'closed' }).innerHTML = '<em>' + document.querySelector('b').textContent + '</em>';
  </script>`),
  );
  await visit.ledger.settle();
  const places = visit.ledger
    .exhibits()
    .filter(
      (exhibit) =>
        exhibit.channel === 'dom' && exhibit.where.part === 'text' && textOf(exhibit).includes(value),
    );
  expect(places.map((exhibit) => exhibit.selectorAt?.(textOf(exhibit).indexOf(value)))).toEqual([
    'main > ul > li:nth-of-type(2) > b',
    'div#box::shadow em',
  ]);
});

test('pages are not changed by being watched', async () => {
  await using visit = await visitor();
  await visit.page.goto(
    site.page(`<form id="f"><input name="attributes"><input name="nodeType"><input name="value"></form><script>
    window.errors = []; addEventListener('error', ({ message }) => errors.push(message));
    const twice = () => { const host = document.createElement('div'); host.attachShadow({ mode: 'open' }); host.attachShadow({ mode: 'open' }); };
    try { twice(); } catch (error) { window.refusal = error.name; }
    class Field extends HTMLElement { #root = this.attachShadow({ mode: 'closed' }); get inside() { return this.#root.mode; } }
    customElements.define('x-field', Field);
    document.body.append(new Field());
    window.attributes = document.createElement('x-field').attributes.length;
  </script>`),
  );
  const told = await visit.page.evaluate(() => {
    const names = ['errors', 'refusal', 'attributes'] as const;
    return Object.fromEntries(names.map((name) => [name, Reflect.get(window, name)]));
  });
  expect(told).toEqual({ errors: [], refusal: 'NotSupportedError', attributes: 0 });
  await visit.ledger.settle();
  expect(unreadable(visit.ledger)).toEqual([]);
});

test('dialogs stay Playwright’s', async () => {
  await using visit = await visitor();
  visit.page.on('dialog', (dialog) => void dialog.accept());
  await visit.page.goto(site.page('<p>dialogs</p>'));
  const answers = await visit.page.evaluate(() => [1, 2, 3].map((n) => confirm(`sure ${n}?`)));
  expect(answers).toEqual([true, true, true]);
  await visit.ledger.settle();
  const told = visit.ledger.exhibits().filter(({ where }) => where.part === 'dialog');
  expect(told.map(({ body }) => body)).toEqual(['sure 1?', 'sure 2?', 'sure 3?']);
});

test('a page that talks nonsense to the watch is told of, and breaks nothing', async () => {
  await using visit = await visitor();
  const c = site.canaries;
  await visit.page.goto(site.page(`<p>${c.make('said before nonsense')}</p>`));
  const session = await visit.context.newCDPSession(visit.page);
  await session.send('Runtime.addBinding', { name: '__shownText' });
  await visit.page.evaluate(`__shownText('{nonsense')`);
  await visit.ledger.settle();
  expect(seenBy(visit.ledger, c)['said before nonsense']).toContain('shown-text');
  expect(
    unreadable(visit.ledger)
      .map(({ body }) => JSON.stringify(body))
      .join(),
  ).toMatch(/watch itself failed/);
});

test('the self-check finds each channel, and misses one that is not there', { timeout: 30_000 }, async () => {
  const context = await browser.newContext();
  await prepareContext(context);
  const check = await selfCheck(watch, context);
  expect(check.missed).toEqual([]);
  expect(check.ms).toBeLessThan(10_000);
  await context.close();
  const unprepared = await browser.newContext();
  expect((await selfCheck(watch, unprepared)).missed.toSorted()).toEqual([
    'accessible-name',
    'blob-url',
    'clipboard',
    'download',
    'drawn-text',
    'post-message',
    'redirect-body',
    'shown-text',
  ]);
  await unprepared.close();
});

test('a browser that cannot be watched is told of', async () => {
  const port = await freePort();
  await expect(watchBrowser({ port, patience: 200 })).rejects.toThrow(`--remote-debugging-port=${port}`);
});

const backwards = (text: string): string => Array.from(text).toReversed().join('');

/** The text of an exhibit, whatever it came as. */
const textOf = (exhibit: Exhibit | undefined): string => {
  const body = exhibit?.body ?? '';
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? Buffer.from(body).toString('latin1') : '';
};

interface Visit extends AsyncDisposable {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly ledger: Ledger;
}

const visitor = async (): Promise<Visit> => {
  const context = await browser.newContext();
  await prepareContext(context);
  const page = await context.newPage();
  const ledger = await watch.of(context, page);
  return { context, page, ledger, [Symbol.asyncDispose]: () => context.close() };
};

/** Names of canaries, with the channels that saw them. */
const seenBy = (ledger: Ledger, canaries: Canaries): Record<string, string[]> => {
  const seen: Record<string, Set<string>> = {};
  for (const exhibit of ledger.exhibits())
    for (const name of canaries.namesIn(textOf(exhibit))) (seen[name] ??= new Set()).add(exhibit.channel);
  return Object.fromEntries(Object.entries(seen).map(([name, by]) => [name, [...by].toSorted()]));
};

const unreadable = (ledger: Ledger): readonly Exhibit[] =>
  ledger.exhibits().filter(({ body }) => typeof body === 'object' && 'unreadable' in body);

interface Canaries {
  /** A new value of that name. */
  make(name: string): string;
  value(name: string): string;
  /** A path at which the site hands out the canary of that name. */
  own(name: string, as?: string, more?: string): string;
  /** The same at another origin. */
  other(name: string, as?: string): string;
  namesIn(text: string): readonly string[];
}

interface Site {
  readonly canaries: Canaries;
  /** Puts a page there and gives its address. */
  page(html: string): string;
  /** The same address at another origin. */
  other(url: string): string;
  close(): void;
}

const startSite = async (): Promise<Site> => {
  const pages = new Map<string, string>();
  const values = new Map<string, string>();
  const names = new Map<string, string>();
  const token = () => randomBytes(9).toString('hex');
  const make = (name: string) => {
    const value = `canary${token()}`;
    values.set(name, value);
    names.set(value, name);
    return value;
  };
  const server = createServer((request, response) => answer(request, response, pages, names));
  speakWebSocket(server, names);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  const other = (url: string) => url.replace('127.0.0.1', 'localhost');
  /** The path names the canary backwards: what is handed out there is not in it. */
  const own = (name: string, as = 'json', more = '') =>
    `/give/${as}?of=${backwards(make(name))}&more=${encodeURIComponent(more)}`;
  return {
    canaries: {
      make,
      own,
      value: (name) => values.get(name) ?? '',
      other: (name, as) => other(origin) + own(name, as),
      namesIn: (text) =>
        [...text.matchAll(/(header-)?(canary[0-9a-f]{18})(-\w+)?/g)].flatMap(
          ([, header, value = '', tail = '']) => {
            const name = names.get(value);
            return name === undefined ? [] : [`${name}${header ? ' header' : ''}${tail}`];
          },
        ),
    },
    page(html) {
      const path = `/page/${token()}`;
      pages.set(path, `<!doctype html><title>page</title><link rel="icon" href="data:,"><body>${html}`);
      return origin + path;
    },
    other,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};

const answer = (
  request: IncomingMessage,
  response: ServerResponse,
  pages: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site.test');
  const value = backwards(searchParams.get('of') ?? '');
  const more = searchParams.get('more') ?? '';
  const page = pages.get(pathname);
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-headers', '*');
  response.setHeader('x-canary', `header-${value}`);
  response.setHeader('service-worker-allowed', '/');
  const give = (type: string, body: string | Uint8Array, status = 200) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };
  if (page !== undefined) return give('text/html', page);
  if (!names.has(value)) return give('text/plain', 'unknown', 404);
  if (request.method === 'OPTIONS') return give('text/plain', '', 204);
  switch (pathname.split('/').at(-1) ?? '') {
    case 'json':
      return give('application/json', JSON.stringify(value));
    case 'html':
      return give('text/html', `<!doctype html><body><p>${value}</p>`);
    case 'js':
      return give('text/javascript', `globalThis.made = '${value}';`);
    case 'gif':
      return give('image/gif', pictureSaying(value));
    case 'error':
      return give('application/json', JSON.stringify({ error: value }), 500);
    case 'empty':
      return give('text/plain', '', 204);
    case 'binary':
      return give('application/octet-stream', Buffer.from(`\u0000\u0001${value}`, 'latin1'));
    case 'gzip':
      response.setHeader('content-encoding', 'gzip');
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.write(gzipSync(value));
      return void response.end();
    case 'redirect':
      response.writeHead(302, {
        location: `/give/json?of=${searchParams.get('of')}`,
        'set-cookie': `hop=${value}`,
      });
      return void response.end();
    case 'events': {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      return void response.write(`data: ${value}\n\n`);
    }
    case 'worker':
      return give(
        'text/javascript',
        `/*${value}*/fetch('${more}').then((r) => r.text()).then((text) => { console.log(text); postMessage(1); })`,
      );
    case 'service':
      return give(
        'text/javascript',
        `/*${value}*/const got = fetch('${more}').then((r) => r.text());
        oninstall = (event) => { skipWaiting(); event.waitUntil(got); };
        onactivate = (event) => event.waitUntil(clients.claim());
        onfetch = (event) => { const url = new URL(event.request.url); if (url.pathname === '/give/made') event.respondWith(new Response([...url.searchParams.get('of')].reverse().join(''))); };`,
      );
    default:
      return give('text/plain', 'unknown', 404);
  }
};

/** One pixel, with a comment. */
const pictureSaying = (comment: string): Buffer => {
  const head = Buffer.from('4749463839610100010080000000000000ffffff21fe', 'hex');
  const pixel = Buffer.from('002c00000000010001000002024401003b', 'hex');
  return Buffer.concat([head, Buffer.from([comment.length]), Buffer.from(comment), pixel]);
};

/** The least of a web socket server: greets with the canary, and hears nothing. */
const speakWebSocket = (server: Server, names: ReadonlyMap<string, string>) => {
  server.on('upgrade', (request, socket) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://site.test');
    const value = backwards(searchParams.get('of') ?? '');
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.on('error', () => socket.destroy());
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
    );
    if (names.has(value))
      socket.write(Buffer.concat([Buffer.from([0x81, value.length]), Buffer.from(value)]));
  });
};
