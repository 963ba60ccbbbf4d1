import { expect, test } from 'vitest';
import { channels } from './channels';
import { freePort } from './free-port';
import { prepareContext, selfCheck, watchBrowser } from './index';
import { launchForTests, setScene, type Scene, seenBy, textOf, unreadable } from './visit-for-tests';

let site: Scene['site'];
let watched: Scene['watched'];
setScene((scene) => ({ site, watched } = scene));
const visitor = () => watched.visitor();

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
    const began = Date.now();
    await visit.page.goto(
      site.page(`<p id="line">before</p><script>
    const line = document.querySelector('#line');
    const from = async (url) => (await (await fetch(url)).text()).replaceAll('"', '');
    const wait = () => ${ms === 0 ? 'undefined' : `new Promise((done) => setTimeout(done, ${ms}))`};
    (async () => {
      const [one, two, three, four, five] = await Promise.all(['${c.own('one')}', '${c.own('two')}', '${c.own('three')}', '${c.own('four')}', '${c.own('five')}'].map(from));
      const root = line.appendChild(document.createElement('x-y')).attachShadow({ mode: 'closed' });
      const odd = document.createElement('i');
      odd.setAttributeNS(null, 'inCapitals', five);
      line.append(odd);
      line.firstChild.data = one; line.title = two; root.innerHTML = '<b>' + three + '</b>'; document.title = four;
      ${ms === 0 ? '' : 'await wait();'}
      odd.remove(); line.firstChild.data = 'after'; line.title = 'after'; root.innerHTML = ''; document.title = 'after';
      window.ready = true;
    })();
  </script>`),
    );
    await visit.page.waitForFunction('window.ready');
    await visit.ledger.settle();
    const seen = seenBy(visit.ledger, c);
    for (const name of ['one', 'two', 'three', 'four', 'five']) expect(seen[name]).toContain('shown-text');
    expect(seen['one']).not.toContain('dom');
    const one = visit.ledger
      .exhibits()
      .find((exhibit) => exhibit.channel === 'shown-text' && textOf(exhibit).includes(c.value('one')));
    expect(one?.where.part).toBe('text');
    expect(one?.selectorAt?.(textOf(one).indexOf(c.value('one')))).toBe('p#line');
    expect((one?.until ?? 0) - (one?.at ?? 0)).toBeGreaterThanOrEqual(ms === 0 ? 0 : ms - 5);
    const load = visit.ledger.loadBefore(one?.at ?? 0, one?.where.url);
    expect(load).toBeGreaterThanOrEqual(began);
    expect(load).toBeLessThanOrEqual(one?.at ?? 0);
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

test('an answer stays one exhibit, whatever else appears while it is written', async () => {
  await using visit = await visitor();
  await visit.page.goto(
    site.page(`<p></p><ul></ul><script>
    const line = document.querySelector('p'); let text = 'answer ';
    const next = () => {
      text += 'word' + text.length + ' ';
      line.innerHTML = text;
      document.querySelector('ul').insertAdjacentHTML('beforeend', '<li>other ' + text.length);
      if (text.length < 900) setTimeout(next, 1); else window.ready = true;
    };
    next();
  </script>`),
  );
  await visit.page.waitForFunction('window.ready');
  await visit.ledger.settle();
  const shown = visit.ledger
    .exhibits()
    .filter(({ channel }) => channel === 'shown-text')
    .map(textOf);
  expect(shown.filter((text) => text.includes('answer '))).toHaveLength(1);
  expect(shown.join().match(/other \d/g)?.length).toBeGreaterThan(40);
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
  const { browser, watch } = watched;
  const context = await browser.newContext();
  await prepareContext(context);
  const check = await selfCheck(watch, context);
  expect(check.missed).toEqual([]);
  expect(check.ms).toBeLessThan(3_000);
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
    'style-rules',
  ]);
  await unprepared.close();
});

test.each([0, 1])(
  'the self-check misses exactly the listeners that were taken away (%i)',
  { timeout: 30_000 },
  async (half) => {
    const isThere = (_: unknown, i: number) => i % 2 === half;
    const { watch, browser, close } = await launchForTests(channels.filter(isThere));
    const context = await browser.newContext();
    await prepareContext(context);
    const { missed } = await selfCheck(watch, context);
    expect(missed).toEqual(channels.filter((channel, i) => !isThere(channel, i)).map(({ name }) => name));
    await close();
  },
);

test('a browser that cannot be watched is told of', async () => {
  const port = await freePort();
  await expect(watchBrowser({ port, patience: 200 })).rejects.toThrow(`--remote-debugging-port=${port}`);
});
