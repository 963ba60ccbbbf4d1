import type { Server } from 'node:http';

/** Starts a server of a test on loopback, and says its origin. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server listens on no port');
  return `http://127.0.0.1:${address.port}`;
}
