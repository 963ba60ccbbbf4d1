import { build } from 'esbuild';
import { Hono } from 'hono';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installed, isPacked, unpacked } from './packages';

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
};

/** Single files of packages that npm installed. */
const files: Readonly<Record<string, string>> = {
  'deep-chat.js': join(installed('deep-chat'), 'dist/deepChat.bundle.js'),
  'typebot.js': join(installed('@typebot.io/js'), 'dist/web.js'),
  'chatbotify.css': join(installed('react-chatbotify'), 'dist/style.css'),
  'plain-chat.js': fileURLToPath(new URL('assets/plain-chat.js', import.meta.url)),
};

/** Components for React have no bundle of their own: one is made, as a site's own build would. */
const entries: Readonly<Record<string, string>> = {
  'react-chatbotify.js': `
    import { createElement } from 'react';
    import { createRoot } from 'react-dom/client';
    import ChatBot from 'react-chatbotify';
    export const mount = (element, props) => createRoot(element).render(createElement(ChatBot, props));`,
  'botpress.js': `
    import { createElement, useState } from 'react';
    import { createRoot } from 'react-dom/client';
    import { Fab, Webchat } from '${join(unpacked('botpress'), 'dist/index.js')}';
    function App({ apiUrl }) {
      const [open, setOpen] = useState(false);
      const place = { width: 360, height: 480, position: 'fixed', bottom: 90, right: 12, display: open ? 'flex' : 'none' };
      return [
        createElement(Webchat, { key: 1, clientId: 'trips', apiUrl, style: place }),
        createElement(Fab, { key: 2, onClick: () => setOpen(!open),
          style: { position: 'fixed', bottom: 12, right: 12, width: 64, height: 64 } }),
      ];
    }
    export const mount = (element, apiUrl) => createRoot(element).render(createElement(App, { apiUrl }));`,
};

/** What the variants' pages load: the widgets as they come from npm, and our own plain chat. */
export function assets(): Hono {
  const app = new Hono();
  app.get('/packed/:name/:path{.+}', async (c) => {
    const { name, path } = c.req.param();
    return isPacked(name) ? body(path, await readFile(join(unpacked(name), path))) : c.notFound();
  });
  app.get('/:name', async (c) => {
    const name = c.req.param('name');
    const [file, entry] = [files[name], entries[name]];
    if (file !== undefined) return body(name, await readFile(file));
    return entry === undefined ? c.notFound() : body(name, await bundle(name, entry));
  });
  return app;
}

const bundles = new Map<string, Promise<string>>();

function bundle(name: string, contents: string): Promise<string> {
  const known = bundles.get(name) ?? bundled(contents);
  bundles.set(name, known);
  return known;
}

async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: installed('.') },
    nodePaths: [installed('.')],
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
    loader: { '.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}

function body(name: string, content: string | Uint8Array<ArrayBuffer>): Response {
  const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return new Response(content, {
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'max-age=600' },
  });
}
