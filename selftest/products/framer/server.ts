import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { serveAt, serveShop } from '../serve';
import { publishableKey } from '../shop';
import { mountAssistant } from './assistant';
import { mountAuth } from './auth';
import { hasFault } from './has-fault';
import { pages, published } from './pages';
import { mountRest } from './rest';

/** Pages as Framer publishes them, and a project of Supabase's behind them: sign-in, rows, an edge function. */
const app = new Hono();
const madeUpKey = `sk_live_${randomBytes(24).toString('hex').slice(0, 32)}`;
const library = createRequire(import.meta.url).resolve('@supabase/supabase-js/dist/umd/supabase.js');

/** An origin of its own, as every such project has, for pages of any other. */
const project = new Hono();
project.use(cors());
/** The gateway: nothing is answered without the key of every page, and nothing is kept. */
project.use(async (c, next) => {
  const isKeySet = c.req.path.endsWith('/jwks.json');
  if (!isKeySet && c.req.header('apikey') !== publishableKey)
    return c.json({ message: 'Invalid API key' }, 401);
  await next();
  c.header('cache-control', 'no-store');
  return undefined;
});
mountAuth(project);
mountRest(project);
mountAssistant(project);
const { address } = await serveAt(project, Number(process.env['SHOP_PROJECT_PORT'] ?? 0));

for (const [path, file] of [
  ['/supabase.js', library],
  ['/site.mjs', new URL('site.mjs', import.meta.url)],
] as const)
  app.get(path, (c) => c.body(readFileSync(file, 'utf8'), 200, { 'content-type': 'text/javascript' }));

for (const [path, page] of Object.entries(pages))
  app.get(path, (c) => c.html(published(page, { settings: settings(), embed: embed() })));

/** What the script of the page reads. */
function settings(): string {
  const remembers = hasFault('phone-copy-prefilled') ? ' data-fields="remembered"' : '';
  const keeps = hasFault('thread-outlives-sign-out') ? ' data-chat="kept"' : '';
  return `data-project="${address}" data-key="${publishableKey}"${remembers}${keeps}`;
}

/** A component of the owner's own. */
function embed(): string {
  return hasFault('key-in-component') ? `const payments = ${JSON.stringify({ key: madeUpKey })}` : '';
}

await serveShop(app);
