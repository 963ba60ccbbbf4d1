import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import type { Browser, BrowserContext } from '@playwright/test';
import { findBrowser } from '../src/browser/find';
import { prepareContext, watchBrowser } from '../src/evidence';
import type { BrowserWatch } from '../src/evidence';
import { freePort } from '../src/evidence/free-port';
import type { Millis } from '../src/words';

/** What one visit took. */
interface Cost {
  readonly wall: Millis;
  /** Processor time of all processes of the browser and of this one. */
  readonly cpu: Millis;
}

export interface EvidenceBench {
  readonly bare: Cost;
  readonly watched: Cost;
  /** Medians of the pairs' ratios, watched to bare. */
  readonly ratio: { readonly wall: number; readonly cpu: number };
  readonly pairs: number;
}

const turns = 10;
const rows = 200;

/**
 * Loads a page and has ten streamed chat turns with full evidence and with bare Playwright, by turns in one run, and
 * compares pair by pair: what else the machine does falls on both. Prints a table.
 */
export async function benchEvidence(pairs = 7): Promise<EvidenceBench> {
  const { server, origin } = await startSite();
  const bare = await launch();
  const watched = await launchWatched();
  try {
    const visits: { bare: Cost; watched: Cost }[] = [];
    for (let pair = -1; pair < pairs; pair++) {
      const runs = [
        async () => ({ bare: await visit(bare, origin) }),
        async () => ({ watched: await visit(watched.browser, origin, watched.watch) }),
      ];
      const costs: Partial<{ bare: Cost; watched: Cost }> = {};
      for (const run of pair % 2 === 0 ? runs : runs.toReversed()) Object.assign(costs, await run());
      // The first pair warms both up.
      if (pair >= 0 && costs.bare && costs.watched) visits.push({ bare: costs.bare, watched: costs.watched });
    }
    const result = summary(visits);
    print(result);
    return result;
  } finally {
    await watched.watch.close();
    await Promise.all([bare.close(), watched.browser.close()]);
    server.closeAllConnections();
    server.close();
  }
}

async function launch(more: readonly string[] = []): Promise<Browser> {
  const { executablePath, args } = await findBrowser();
  return chromium.launch({ executablePath, args: [...args, ...more] });
}

async function launchWatched(): Promise<{ readonly browser: Browser; readonly watch: BrowserWatch }> {
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  return { browser, watch: await watchBrowser({ port }) };
}

async function visit(browser: Browser, origin: string, watch?: BrowserWatch): Promise<Cost> {
  const before = await processorTime(browser);
  const start = performance.now();
  const context = await browser.newContext();
  if (watch) await prepareContext(context);
  await chat(context, origin, watch);
  await context.close();
  const wall = performance.now() - start;
  return { wall, cpu: (await processorTime(browser)) - before };
}

async function chat(context: BrowserContext, origin: string, watch?: BrowserWatch): Promise<void> {
  const page = await context.newPage();
  const ledger = await watch?.of(context, page);
  await page.goto(origin);
  for (let turn = 1; turn <= turns; turn++) {
    await page.fill('input', `question ${turn}`);
    await page.press('input', 'Enter');
    await page.waitForSelector(`.answer:nth-of-type(${turn})[data-ended]`);
  }
  await ledger?.settle();
}

/** Of all the browser's processes and of this one. */
async function processorTime(browser: Browser): Promise<Millis> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const { user, system } = process.cpuUsage();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0) + (user + system) / 1000;
}

function summary(visits: readonly { readonly bare: Cost; readonly watched: Cost }[]): EvidenceBench {
  const of = (which: 'bare' | 'watched', what: keyof Cost) => median(visits.map((one) => one[which][what]));
  const ratio = (what: keyof Cost) => median(visits.map(({ bare, watched }) => watched[what] / bare[what]));
  return {
    bare: { wall: of('bare', 'wall'), cpu: of('bare', 'cpu') },
    watched: { wall: of('watched', 'wall'), cpu: of('watched', 'cpu') },
    ratio: { wall: ratio('wall'), cpu: ratio('cpu') },
    pairs: visits.length,
  };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function print({ bare, watched, ratio, pairs }: EvidenceBench): void {
  console.log(`A page and ${turns} streamed chat turns, median of ${pairs} pairs`);
  console.table({
    'bare Playwright': { 'wall ms': Math.round(bare.wall), 'CPU ms': Math.round(bare.cpu) },
    'with full evidence': { 'wall ms': Math.round(watched.wall), 'CPU ms': Math.round(watched.cpu) },
    ratio: { 'wall ms': ratio.wall.toFixed(2), 'CPU ms': ratio.cpu.toFixed(2) },
  });
}

async function startSite(): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return { server, origin: `http://127.0.0.1:${address.port}` };
}

const answer: RequestListener = (request, response) => {
  if (request.url === '/chat') return void streamAnswer(response);
  response.setHeader('content-type', request.url === '/' ? 'text/html' : 'application/json');
  response.end(
    request.url === '/'
      ? page
      : JSON.stringify(Array.from({ length: rows }, (_, id) => ({ id, text: `row ${id}` }))),
  );
};

async function streamAnswer(response: Parameters<RequestListener>[1]): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (let word = 0; word < 40; word++) {
    response.write(`data: {"text":"word${word} "}\n\n`);
    await wait(5);
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
    const reader = (await fetch('/chat', { method: 'POST', body: target.value })).body.pipeThrough(new TextDecoderStream()).getReader();
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
