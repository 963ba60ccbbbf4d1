import { createServer } from 'node:http';
import { chromium, type Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../../browser/find';
import { listen } from '../../product/listen';
import { visit } from './visit';

/** Asks another origin for what it is refused, and never reads the refusal; then for what it is given. */
const page = (api: string) => `<script>
  (async () => {
    globalThis.kept = await fetch('${api}/refused', { headers: { authorization: 'Bearer of-nobody' } });
    await (await fetch('${api}/given')).json();
  })();
</script>`;

const server = createServer(({ url, method }, response) => {
  const api = site.replace('127.0.0.1', 'localhost');
  if (url === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end(page(api));
  const allowed = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization' };
  const headers = { ...allowed, 'content-type': 'application/json', 'cache-control': 'no-store' };
  if (method === 'OPTIONS') return response.writeHead(204, headers).end();
  return response.writeHead(url === '/given' ? 200 : 404, headers).end(JSON.stringify({ here: true }));
});

let browser: Browser;
let site = '';
beforeAll(async () => {
  site = await listen(server);
  const { executablePath, args } = await findBrowser();
  browser = await chromium.launch({ executablePath, args: [...args] });
});
afterAll(async () => {
  await browser.close();
  server.close();
});

test('a page that does not read what it was refused is opened all the same', async () => {
  const visitor = await visit(await browser.newContext({ baseURL: site }));
  expect(await visitor.open('/')).toMatchObject({ status: 200, isTurnedAway: false });
  const given = visitor.heard().find(({ url }) => url.endsWith('/given'));
  expect(given).toMatchObject({ status: 200, text: '{"here":true}' });
});
