import { createServer, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareContext } from '../../evidence';
import { listen } from '../../product/listen';
import { launchWatched, type WatchedBrowser } from '../../visit/browser';
import type { Visitor } from '../../visit/visitor';
import { sampleVisitor } from './sample-visitor';
import { walk } from './walk';

const links = 10_000;

/** An address of letters alone: what differs in digits would be one page. */
const named = (index: number) =>
  String(index).replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));

let turns = 0;
let drifts = 0;
const opened: string[] = [];

function answer(path: string, response: ServerResponse): void {
  if (path.startsWith('/turning')) {
    turns += 1;
    response.writeHead(302, { location: `/turning?${turns}` }).end();
    return;
  }
  if (path.startsWith('/drifting') || path.startsWith('/racing')) {
    drifts += 1;
    const next = `location = '${path.split('?')[0]}?${drifts}'`;
    const script = path.startsWith('/racing') ? next : `addEventListener('load', () => { ${next} })`;
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><main><a href="/mooring">a mooring</a></main><script>${script}</script>`);
    return;
  }
  opened.push(path);
  const count = path === '/' ? links : path === '/quay' ? 1 : 0;
  const list = Array.from({ length: count }, (_, at) => `<li><a href="/berth-${named(at)}">a berth</a>`);
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end(`<!doctype html><title>Berths</title><main><ul>${list.join('')}</ul></main>`);
}

const server = createServer((request, response) => answer(request.url ?? '/', response));
let site: string;
let watched: WatchedBrowser;

beforeAll(async () => {
  site = await listen(server);
  watched = await launchWatched({ headless: true });
}, 30_000);

afterAll(async () => {
  await watched.close();
  server.close();
  server.closeAllConnections();
});

async function walker(pages: readonly string[]): Promise<Visitor> {
  const context = await watched.browser.newContext({ baseURL: site });
  await prepareContext(context);
  const page = await context.newPage();
  const ledger = await watched.watch.of(context, page);
  const visitor = sampleVisitor([{ owner: 'userA', kind: 'berth', fields: { number: 'HL-8841-2207' } }], {
    site,
    pages: { public: [...pages], signIn: '/sign-in' },
  });
  return Object.defineProperties(visitor, { page: { value: page }, ledger: { value: ledger } });
}

test(
  'pages that turn for ever and pages with 10,000 links are walked within bounds',
  { timeout: 60_000 },
  async () => {
    const { pages, leftOut } = await walk(await walker(['/turning', '/']), 4);
    expect(pages).toEqual(['/turning', '/', '/berth-a', '/berth-b']);
    expect(opened.filter((path) => path !== '/favicon.ico')).toEqual(['/', '/berth-a', '/berth-b']);
    // The browser itself gives up after 20.
    expect(turns).toBeLessThan(50);
    expect(leftOut).toContain('the page /turning could not be opened');
    expect(leftOut).toHaveLength(22);
    expect(leftOut.at(-1)).toBe(`and ${links - 2 - 20} more pages`);
  },
);

test(
  'pages whose scripts go on to the next one for ever are left and told of, and are in the way of nothing',
  { timeout: 120_000 },
  async () => {
    opened.length = 0;
    const visitor = await walker(['/drifting', '/racing', '/quay']);
    // A page that never has loaded is waited for so long.
    visitor.page.setDefaultNavigationTimeout(15_000);
    const { pages, leftOut } = await walk(visitor, 4);
    expect(leftOut).toEqual([
      'the page /drifting goes on to other pages by itself without end: its links were not followed',
      'the page /racing could not be opened',
    ]);
    expect(pages).toEqual(['/drifting', '/racing', '/quay', '/berth-a']);
    expect(opened.filter((path) => path !== '/favicon.ico')).toEqual(['/quay', '/berth-a']);
    const drifted = drifts;
    await visitor.page.reload();
    expect(drifts).toBe(drifted);
  },
);
