import type { PGlite } from '@electric-sql/pglite';
import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import { demoApp } from './app';
import { callerReader } from './auth/caller';
import { anonKey, serviceKey } from './auth/keys';
import type { DemoContext } from './context';
import { databaseOn } from './database/database';
import type { Change } from './fault';
import { tellOverSockets } from './http/socket';
import { soundParts } from './parts';

export interface RunningDemo {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

function listening(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new Error(`Port ${port} is taken; choose another with --port, or 0 for any`) : error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Serves the demo with these changes from this database, which is closed when the demo stops. */
export async function serve(pglite: PGlite, changes: readonly Change[], port: number): Promise<RunningDemo> {
  for (const { sql } of changes) if (sql !== undefined) await pglite.exec(sql);
  const parts = changes.reduce((now, { change }) => change?.(now) ?? now, soundParts);
  const db = databaseOn(pglite);
  const closing: (() => Promise<void> | void)[] = [];
  let url = '';
  const demo: DemoContext = {
    db,
    parts,
    anonKey,
    serviceKey,
    origin: () => url,
    callerOf: callerReader(db, parts.auth),
    onStop: (close) => closing.push(close),
  };
  const server = createAdaptorServer({ fetch: demoApp(demo), overrideGlobalObjects: false });
  if (!('closeAllConnections' in server)) throw new Error('The demo serves plain HTTP/1.1 only');
  const { news } = parts.http;
  if (news !== null) tellOverSockets(server, () => news(demo));
  url = await listening(server, port);
  const stop = async () => {
    await closed(server);
    for (const close of closing) await close();
    await pglite.close();
  };
  return { url, stop };
}
