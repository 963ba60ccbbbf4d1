import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import type { Browser, BrowserContext } from '@playwright/test';
import { findBrowser } from '../src/browser/find';
import { prepareContext, watchBrowser } from '../src/evidence';
import type { BrowserWatch } from '../src/evidence';
import type { Channel } from '../src/evidence/channel';
import { channels as allChannels } from '../src/evidence/channels';
import { freePort } from '../src/evidence/free-port';
import type { Millis } from '../src/words';
import { median } from './parts/median';

/** What one visit took. */
interface Cost {
  readonly wall: Millis;
  /** Processor time of all processes of the browser and of this one. */
  readonly cpu: Millis;
}

interface Comparison {
  readonly bare: Cost;
  readonly watched: Cost;
  /** Medians of the pairs' ratios, watched to bare. */
  readonly ratio: { readonly wall: number; readonly cpu: number };
  readonly pairs: number;
}

/** Processor time that a visit takes more than another one of the same round. */
interface Extra {
  /** Median of the rounds. */
  readonly ms: Millis;
  /** How far the true median may lie from it, 19 times of 20. */
  readonly within: Millis;
}

export interface EvidenceBench {
  readonly full: Comparison;
  /** What a visit costs more with the connection alone than bare, and with each channel more than with that. */
  readonly channels: Readonly<Record<string, Extra>>;
}

/** How a visit goes: so many turns, each answer in 40 pieces with so many milliseconds between them. */
interface Script {
  readonly turns: number;
  readonly pause: Millis;
}

const fullScript: Script = { turns: 10, pause: 5 };
const shortScript: Script = { turns: 1, pause: 0 };
const rows = 200;

/**
 * Loads a page and has ten streamed chat turns with full evidence and with bare Playwright, by turns in one run, and
 * compares pair by pair: what else the machine does falls on both. Then the same, shorter, with each channel alone.
 * Prints tables.
 */
export async function benchEvidence(pairs = 15, rounds = 9): Promise<EvidenceBench> {
  const { server, origin } = await startSite();
  try {
    const full = await compareFull(origin, pairs);
    printFull(full);
    const channels = await compareChannels(origin, rounds);
    printChannels(channels, rounds);
    return { full, channels };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function compareFull(origin: string, pairs: number): Promise<Comparison> {
  const bare = await launch();
  const watched = await launchWatchable();
  const watch = await watchBrowser({ port: watched.port });
  try {
    const visits: { bare: Cost; watched: Cost }[] = [];
    for (let pair = -1; pair < pairs; pair++) {
      const runs = [
        async () => ({ bare: await visit(bare, origin, fullScript) }),
        async () => ({
          watched: await visit(watched.browser, origin, fullScript, { watch, channels: allChannels }),
        }),
      ];
      const costs: Partial<{ bare: Cost; watched: Cost }> = {};
      for (const run of pair % 2 === 0 ? runs : runs.toReversed()) Object.assign(costs, await run());
      // The first pair warms both up.
      if (pair >= 0 && costs.bare && costs.watched) visits.push({ bare: costs.bare, watched: costs.watched });
    }
    return summary(visits);
  } finally {
    await watch.close();
    await watched.browser.close();
    await bare.close();
  }
}

/**
 * Each round visits once in every way, in one browser, and each way is compared within its round: a machine that slows
 * down meanwhile slows down all of them.
 */
async function compareChannels(origin: string, rounds: number): Promise<EvidenceBench['channels']> {
  const { browser, port } = await launchWatchable();
  const ways: readonly (readonly Channel[] | undefined)[] = [
    undefined,
    [],
    ...allChannels.map((channel) => [channel]),
  ];
  try {
    const costs: Millis[][] = ways.map(() => []);
    for (let round = -1; round < rounds; round++) {
      const all = [...ways.entries()];
      for (const [way, channels] of round % 2 === 0 ? all : all.toReversed())
        costs[way]?.push((await visitOnce(browser, port, origin, channels)).cpu);
    }
    // The first round warms all up.
    const [bare = [], alone = [], ...others] = costs.map((ofWay) => ofWay.slice(1));
    return Object.fromEntries([
      ['connection alone', extraOf(alone, bare)],
      ...others.map((own, i) => [allChannels[i]?.name ?? '', extraOf(own, alone)] as const),
    ]);
  } finally {
    await browser.close();
  }
}

/** A short visit with a watch of its own, or without one but beside an empty page, as every watch opens one. */
async function visitOnce(
  browser: Browser,
  port: number,
  origin: string,
  channels: readonly Channel[] | undefined,
): Promise<Cost> {
  const watch = channels && (await watchBrowser({ port, channels }));
  const beside = watch ? undefined : await browser.newContext();
  await beside?.newPage();
  // The browser makes the next process ready by itself: that is none of the visit's costs.
  await wait(100);
  try {
    return await visit(browser, origin, shortScript, watch && { watch, channels });
  } finally {
    await beside?.close();
    await watch?.close();
  }
}

function extraOf(costs: readonly Millis[], others: readonly Millis[]): Extra {
  const more = costs.map((cost, round) => cost - (others[round] ?? 0)).toSorted((a, b) => a - b);
  const at = (part: number) => more[Math.round(part * (more.length - 1))] ?? 0;
  return { ms: median(more), within: (1.57 * (at(0.75) - at(0.25))) / Math.sqrt(more.length) };
}

async function launch(more: readonly string[] = []): Promise<Browser> {
  const { executablePath, args } = await findBrowser();
  return chromium.launch({ executablePath, args: [...args, ...more] });
}

async function launchWatchable(): Promise<{ readonly browser: Browser; readonly port: number }> {
  const port = await freePort();
  return { browser: await launch([`--remote-debugging-port=${port}`]), port };
}

interface Watched {
  readonly watch: BrowserWatch;
  readonly channels: readonly Channel[];
}

/** The end of the context is timed, too, but what its processes have used is only known before it. */
async function visit(browser: Browser, origin: string, script: Script, watched?: Watched): Promise<Cost> {
  const before = await processorTimes(browser);
  const start = performance.now();
  const context = await browser.newContext();
  if (watched) await prepareContext(context, undefined, watched.channels);
  await chat(context, origin, script, watched);
  const used = performance.now() - start;
  const after = await processorTimes(browser);
  const closing = performance.now();
  await context.close();
  const wall = used + performance.now() - closing;
  const more = [...after].map(([id, time]) => time - (before.get(id) ?? 0));
  return { wall, cpu: more.reduce((sum, time) => sum + time, 0) };
}

async function chat(
  context: BrowserContext,
  origin: string,
  { turns, pause }: Script,
  watched?: Watched,
): Promise<void> {
  const page = await context.newPage();
  const ledger = await watched?.watch.of(context, page);
  await page.goto(`${origin}/?pause=${pause}`);
  for (let turn = 1; turn <= turns; turn++) {
    await page.fill('input', `question ${turn}`);
    await page.press('input', 'Enter');
    await page.waitForSelector(`.answer:nth-of-type(${turn})[data-ended]`);
  }
  await ledger?.settle();
}

/** Of each of the browser's processes, and of this one. */
async function processorTimes(browser: Browser): Promise<ReadonlyMap<number, Millis>> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const { user, system } = process.cpuUsage();
  return new Map([
    ...processInfo.map(({ id, cpuTime }) => [id, cpuTime * 1000] as const),
    [process.pid, (user + system) / 1000],
  ]);
}

function summary(visits: readonly { readonly bare: Cost; readonly watched: Cost }[]): Comparison {
  const of = (which: 'bare' | 'watched', what: keyof Cost) => median(visits.map((one) => one[which][what]));
  const ratio = (what: keyof Cost) => median(visits.map(({ bare, watched }) => watched[what] / bare[what]));
  return {
    bare: { wall: of('bare', 'wall'), cpu: of('bare', 'cpu') },
    watched: { wall: of('watched', 'wall'), cpu: of('watched', 'cpu') },
    ratio: { wall: ratio('wall'), cpu: ratio('cpu') },
    pairs: visits.length,
  };
}

function printFull({ bare, watched, ratio, pairs }: Comparison): void {
  console.log(`A page and ${fullScript.turns} streamed chat turns, median of ${pairs} pairs`);
  console.table({
    'bare Playwright': { 'wall ms': Math.round(bare.wall), 'CPU ms': Math.round(bare.cpu) },
    'with full evidence': { 'wall ms': Math.round(watched.wall), 'CPU ms': Math.round(watched.cpu) },
    ratio: { 'wall ms': ratio.wall.toFixed(2), 'CPU ms': ratio.cpu.toFixed(2) },
  });
}

function printChannels(channels: EvidenceBench['channels'], rounds: number): void {
  console.log(
    `A page and ${shortScript.turns} turn, CPU ms: the connection more than bare Playwright, each channel alone more than the connection (with all that it shares with others), median of ${rounds} rounds; what is less than its ± is not told from nothing`,
  );
  console.table(
    Object.fromEntries(
      Object.entries(channels).map(([name, { ms, within }]) => [
        name,
        { 'CPU ms': Math.round(ms), '±': Math.round(within) },
      ]),
    ),
  );
}

async function startSite(): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return { server, origin: `http://127.0.0.1:${address.port}` };
}

const answer: RequestListener = (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site.test');
  if (pathname === '/chat') return void streamAnswer(response, Number(searchParams.get('pause')));
  response.setHeader('content-type', pathname === '/' ? 'text/html' : 'application/json');
  response.end(
    pathname === '/'
      ? page
      : JSON.stringify(Array.from({ length: rows }, (_, id) => ({ id, text: `row ${id}` }))),
  );
};

async function streamAnswer(response: Parameters<RequestListener>[1], pause: Millis): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (let word = 0; word < 40; word++) {
    response.write(`data: {"text":"word${word} "}\n\n`);
    if (pause > 0) await wait(pause);
  }
  response.end('data: [DONE]\n\n');
}

const page = `<!doctype html><title>Bench</title><link rel="icon" href="data:,">
<style>li { padding: 2px }</style><h1>Bench</h1><input><div id="answers"></div><ul id="rows"></ul>
<script>
  fetch('/rows').then((answer) => answer.json()).then((all) => {
    for (const { id, text } of all) rows.append(Object.assign(document.createElement('li'), { title: 'row ' + id, textContent: text }));
  });
  document.querySelector('input').onkeydown = async ({ key, target }) => {
    if (key !== 'Enter') return;
    const line = Object.assign(document.createElement('div'), { className: 'answer' });
    answers.append(line);
    const reader = (await fetch('/chat' + location.search, { method: 'POST', body: target.value })).body.pipeThrough(new TextDecoderStream()).getReader();
    for (let text = ''; ;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (const [, word] of value.matchAll(/"text":"(.*?)"/g)) text += word;
      line.innerHTML = '<p>' + text + '</p>';
    }
    line.dataset.ended = '';
  };
</script>`;

await benchEvidence();
