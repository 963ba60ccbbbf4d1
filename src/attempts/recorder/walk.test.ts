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
const opened: string[] = [];

function answer(path: string, response: ServerResponse): void {
  if (path.startsWith('/turning')) {
    turns += 1;
    response.writeHead(302, { location: `/turning?${turns}` }).end();
    return;
  }
  opened.push(path);
  const list = Array.from({ length: links }, (_, at) => `<li><a href="/berth-${named(at)}">a berth</a>`);
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end(
    `<!doctype html><title>Berths</title><main><ul>${path === '/' ? list.join('') : ''}</ul></main>`,
  );
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

async function walker(): Promise<Visitor> {
  const context = await watched.browser.newContext({ baseURL: site });
  await prepareContext(context);
  const page = await context.newPage();
  const ledger = await watched.watch.of(context, page);
  const pages = { public: ['/turning', '/'], signIn: '/sign-in' };
  const visitor = sampleVisitor([{ owner: 'userA', kind: 'berth', fields: { number: 'HL-8841-2207' } }], {
    site,
    pages,
  });
  return Object.defineProperties(visitor, { page: { value: page }, ledger: { value: ledger } });
}

test(
  'pages that turn for ever and pages with 10,000 links are walked within bounds',
  { timeout: 60_000 },
  async () => {
    const { pages, leftOut } = await walk(await walker(), 4);
    expect(pages).toEqual(['/turning', '/', '/berth-a', '/berth-b']);
    expect(opened.filter((path) => path !== '/favicon.ico')).toEqual(['/', '/berth-a', '/berth-b']);
    // The browser itself gives up after 20.
    expect(turns).toBeLessThan(50);
    expect(leftOut).toContain('the page /turning could not be opened');
    expect(leftOut).toHaveLength(22);
    expect(leftOut.at(-1)).toBe(`and ${links - 2 - 20} more pages`);
  },
);
