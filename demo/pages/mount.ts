import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Hono } from 'hono';
import type { DemoContext } from '../context';
import { account } from './account';
import { admin } from './admin';
import { bundle } from './bundle';
import { framed } from './frame';
import { home } from './home';
import { notFound } from './not-found';
import { cacheControl, packed, type Packed } from './packed';
import type { Page } from './page';
import { pricing } from './pricing';
import { booking, invoice } from './record';
import { asset } from './scripts';
import { signIn } from './sign-in';

const pages: readonly (readonly [path: string, page: Page])[] = [
  ['/', home],
  ['/pricing', pricing],
  ['/sign-in', signIn],
  ['/account', account],
  ['/account/bookings/:id', booking],
  ['/account/invoices/:id', invoice],
  ['/admin', admin],
];

const javaScript = 'text/javascript; charset=utf-8';

/** Unmodified files of packages. */
const vendored = {
  'supabase.js': '@supabase/supabase-js/dist/umd/supabase.js',
  'deep-chat.js': 'deep-chat/dist/deepChat.bundle.js',
};

/** Where a package of `node_modules` lies, whatever its `exports` say. */
function packageFile(path: string): string {
  for (const folder of createRequire(import.meta.url).resolve.paths(path) ?? []) {
    try {
      return readFileSync(join(folder, path), 'utf8');
    } catch {
      continue;
    }
  }
  throw new Error(`${dirname(path)} is not installed; run: npm ci`);
}

/** Something that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function squeezed(css: string): string {
  return css.replaceAll(/\s*\n\s*/gu, '').replaceAll(/\s*([{};:,])\s+/gu, '$1');
}

const security = {
  'content-type': 'text/html; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
} as const;

function page(demo: DemoContext, css: string, scriptUrl: string) {
  return async (content: Page, request: Request, status = 200): Promise<Response> => {
    const html = await framed({ page: content, request }, demo, css, scriptUrl);
    const cache = content.audience === 'public' ? 'no-cache' : 'private, no-store';
    const { headers, body } = packed(html, security['content-type']).serve(request, cache);
    for (const [name, value] of Object.entries(security)) headers.set(name, value);
    headers.delete('etag');
    return new Response(body, { status, headers });
  };
}

function serveScripts(app: Hono, demo: DemoContext): string {
  const { published, scripts, sourceMap } = demo.parts.pages;
  const { code, map } = bundle(scripts, 'site.js');
  const script = packed(published(code, demo), javaScript);
  const mapFile = packed(JSON.stringify(sourceMap(map, demo)), 'application/json');
  const url = `/assets/${script.hash}/site.js`;
  app.get(url, (c) => script.serve(c.req.raw, cacheControl.hashed));
  app.get(`${url}.map`, (c) => mapFile.serve(c.req.raw, cacheControl.hashed));
  for (const [name, path] of Object.entries(vendored)) {
    const file: () => Packed = once(() => packed(packageFile(path), javaScript));
    app.get(`/assets/${name}`, (c) => file().serve(c.req.raw, cacheControl.plain));
  }
  return url;
}

/** Adds the site: its pages, its scripts and its settings. */
export function mountPages(app: Hono, demo: DemoContext): void {
  const parts = demo.parts.pages;
  parts.routes(app, demo);
  const css = parts.css(squeezed(asset('site.css')));
  const serve = page(demo, css, serveScripts(app, demo));
  for (const [path, content] of pages) app.get(path, (c) => serve(content, c.req.raw));
  app.get('/api/config', (c) => c.json({ ...parts.config(demo) }, 200, { 'cache-control': 'no-cache' }));
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /account\nDisallow: /admin\n'));
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('*', async (c, next) => {
    if (c.req.path.startsWith('/api/') || c.req.header('accept')?.includes('text/html') !== true)
      return next();
    return serve(notFound, c.req.raw, 404);
  });
}
