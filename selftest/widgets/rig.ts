import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import { type Bot, scriptedBot } from './bot';
import { decoys } from './decoys';
import { fetchPacked } from './packages';
import { assets } from './assets';
import type { Place, Variant } from './variant';

/** All variants, served. */
export interface Rig {
  readonly bot: Bot;
  readonly addressOf: (variant: Variant) => string;
  stop(): Promise<void>;
}

/** Serves one page a variant on loopback, on a free port, with one bot behind all of them. */
export async function startRig(variants: readonly Variant[]): Promise<Rig> {
  await fetchPacked();
  const bot = scriptedBot();
  const app = new Hono();
  let port = 0;
  const placeOf = (name: string): Place => ({
    here: `http://127.0.0.1:${port}/${name}`,
    elsewhere: `http://localhost:${port}/${name}`,
  });
  app.route('/assets', assets());
  for (const variant of variants) {
    const own = new Hono();
    own.get('/', (c) => c.html(pageOf(variant, placeOf(variant.name))));
    variant.serve?.(own, bot);
    app.route(`/${variant.name}`, own);
  }
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  if (!(server instanceof Server)) throw new Error('the rig speaks plain HTTP/1.1 only');
  acceptSockets(server, variants, bot);
  port = await listen(server);
  return {
    bot,
    addressOf: ({ name }) => placeOf(name).here,
    stop: () => stop(server),
  };
}

function pageOf({ name, page }: Variant, place: Place): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${name}</title></head>
<body>${decoys}${page(place)}</body></html>`;
}

function acceptSockets(server: Server, variants: readonly Variant[], bot: Bot): void {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const variant = variants.find(({ name }) => request.url === `/${name}/socket`);
    if (variant?.talk === undefined) socket.destroy();
    else sockets.handleUpgrade(request, socket, head, (opened) => variant.talk?.(opened, bot));
  });
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
