import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { once } from 'node:events';
import { Server } from 'node:http';

/** Serves a product on a free port of loopback, and says where, as its config expects to read it. */
export async function serveShop(app: Hono): Promise<Server> {
  const { server, address } = await serveAt(app, 0);
  process.on('SIGTERM', () => process.exit(0));
  process.stdout.write(`Listening on ${address}\n`);
  return server;
}

/** Serves an app on a port of loopback, on a free one when it is 0. */
export async function serveAt(
  app: Hono,
  port: number,
): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createAdaptorServer({ fetch: app.fetch });
  if (!(server instanceof Server)) throw new Error('it speaks plain HTTP/1.1 only');
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('it listens on no port');
  return { server, address: `http://127.0.0.1:${bound.port}` };
}
