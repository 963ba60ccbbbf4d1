import { expect, test } from 'vitest';
import type { Channel } from './channel';
import { dom } from './channels/dom';
import { prepareContext, type Ledger } from './index';
import type { Target } from './target';
import { launchForTests, setScene, type Scene, seenBy, unreadable } from './visit-for-tests';

/* Pages that are huge, or talk without end: the watch ends in time, and says what it left out. */

let site: Scene['site'];
let watched: Scene['watched'];
setScene((scene) => ({ site, watched } = scene));

const settled = async (ledger: Ledger) => {
  const began = Date.now();
  await ledger.settle();
  return Date.now() - began;
};

const whyUnreadable = (ledger: Ledger) =>
  unreadable(ledger)
    .map(({ body }) => JSON.stringify(body))
    .join('\n');

test('50,000 nodes are read, and read once', { timeout: 90_000 }, async () => {
  await using visit = await watched.visitor();
  const { page, ledger } = visit;
  const c = site.canaries;
  await page.goto(
    site.page(`<ul></ul><script>
      const list = document.querySelector('ul');
      for (let i = 0; i < 24_999; i++) list.append(Object.assign(document.createElement('li'), { textContent: 'row ' + i % 1000 }));
      list.append(Object.assign(document.createElement('li'), { textContent: [...'${c.backwards('last row')}'].reverse().join('') }));
    </script>`),
  );
  const first = await settled(ledger);
  const second = await settled(ledger);
  expect(seenBy(ledger, c)['last row']).toEqual(['dom', 'shown-text']);
  expect(unreadable(ledger)).toEqual([]);
  expect(second).toBeLessThan(Math.max(first, 500));
});

test('10,000 nodes are read when they are asked for and something has changed, not by the clock', async () => {
  const { channel, count } = counted(dom, 'DOMSnapshot.captureSnapshot');
  const { watch, browser, close } = await launchForTests([channel]);
  const context = await browser.newContext();
  await prepareContext(context);
  const page = await context.newPage();
  const ledger = await watch.of(context, page);
  await page.goto(
    site.page(`<b id="clock">0</b><ul></ul><script>
      const list = document.querySelector('ul');
      for (let i = 0; i < 5_000; i++) list.append(Object.assign(document.createElement('li'), { textContent: 'row ' + i }));
      window.tick = () => { clock.textContent = ++window.ticks; };
      window.ticks = 0;
    </script>`),
  );
  for (let round = 0; round < 5; round++) await ledger.settle();
  expect(count(), 'of a page that stays as it is').toBe(1);
  const ticking = await page.evaluate(`new Promise((done) => {
    const timer = setInterval(() => { tick(); if (ticks >= 100) { clearInterval(timer); done(ticks); } }, 5);
  })`);
  expect([ticking, count()], 'ticks, and what they cost').toEqual([100, 1]);
  for (let round = 0; round < 3; round++) await ledger.settle();
  expect(count(), 'after 100 changes').toBe(2);
  await close();
});

/** The same channel, and how often its targets are told to do something. */
const counted = (channel: Channel, wanted: string) => {
  let count = 0;
  const counting = new WeakMap<Target, Target>();
  const countingOf = (target: Target): Target => {
    const known = counting.get(target);
    if (known) return known;
    const made: Target = {
      ...target,
      send: (method, params) => {
        if (method === wanted) count++;
        return target.send(method, params);
      },
    };
    counting.set(target, made);
    return made;
  };
  const read: Channel['read'] = async (target, show, stores) =>
    channel.read?.(countingOf(target), show, stores);
  return { channel: { ...channel, read }, count: () => count };
};

test(
  'a page that changes 10,000 times a second is followed, or the log says that it stopped',
  { timeout: 90_000 },
  async () => {
    await using visit = await watched.visitor();
    const { page, ledger } = visit;
    await page.goto(
      site.page(`<p id="line">start</p><script>
      let count = 0;
      const change = () => {
        for (let i = 0; i < 100; i++) line.firstChild.data = 'text number ' + ++count;
        if (count < 60_000) setTimeout(change, 10); else window.ready = true;
      };
      change();
    </script>`),
    );
    await page.waitForFunction('window.ready', null, { timeout: 60_000 });
    expect(await settled(ledger)).toBeLessThan(45_000);
    expect(ledger.exhibits().length).toBeLessThan(60_000);
    expect(whyUnreadable(ledger)).toMatch(/more than the log of shown text holds/);
  },
);

test.each(['with its length', 'as a stream'])(
  'a body of 50 MB that comes %s is told of',
  { timeout: 90_000 },
  async (how) => {
    await using visit = await watched.visitor();
    const { page, ledger } = visit;
    await page.goto(site.page('<p>start</p>'));
    const size = await page.evaluate(
      async (path) => (await (await fetch(path)).arrayBuffer()).byteLength,
      site.canaries.own('large', how === 'as a stream' ? 'large-stream' : 'large'),
    );
    expect(size).toBe(50_000_000);
    expect(await settled(ledger)).toBeLessThan(45_000);
    expect(whyUnreadable(ledger)).toMatch(/a body of more than 32 MB/);
  },
);

test.each(['texts', 'objects'])(
  '100,000 %s on the console are kept up to a limit',
  { timeout: 180_000 },
  async (what) => {
    await using visit = await watched.visitor();
    const { page, ledger } = visit;
    await page.goto(
      site.page(`<script>
      for (let i = 0; i < 100_000; i++) console.log(${what === 'texts' ? "'line ' + i" : '{ line: i }'});
      window.ready = true;
    </script>`),
      { timeout: 120_000 },
    );
    expect(await settled(ledger)).toBeLessThan(90_000);
    expect(ledger.exhibits().filter(({ channel }) => channel === 'console').length).toBeLessThan(50_010);
    expect(whyUnreadable(ledger)).toMatch(
      what === 'texts' ? /more than 50000 exhibits/ : /more than 2000 objects/,
    );
  },
);

test('a page that never answers is told of', { timeout: 60_000 }, async () => {
  await using visit = await watched.visitor();
  const { page, ledger } = visit;
  await page.goto(site.page('<p>start</p>'));
  const looping = page.waitForEvent('console');
  void page.evaluate("console.log('begun'); for (;;);").catch(() => undefined);
  await looping; // a page that was read before it hung is read well
  expect(await settled(ledger)).toBeLessThan(50_000);
  expect(whyUnreadable(ledger)).toMatch(/did not answer|no answer within/);
});
