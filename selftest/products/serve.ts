import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { once } from 'node:events';
import { Server } from 'node:http';

/** Serves a product on a free port of loopback, and says where, as its config expects to read it. */
export async function serveShop(app: Hono): Promise<Server> {
  const server = createAdaptorServer({ fetch: app.fetch });
  if (!(server instanceof Server)) throw new Error('it speaks plain HTTP/1.1 only');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  process.on('SIGTERM', () => process.exit(0));
  const port = typeof address === 'object' ? address?.port : undefined;
  process.stdout.write(`Listening on http://127.0.0.1:${port ?? 'nowhere'}\n`);
  return server;
}
