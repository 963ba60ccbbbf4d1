import { createServer } from 'node:net';

/**
 * A TCP port on loopback that was free a moment ago, for Chromium's `--remote-debugging-port`. (Its port 0 would
 * do, but the number it took is then only found in a file of a profile directory that Playwright keeps to itself.)
 */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('No free TCP port was found on 127.0.0.1.')),
      );
    });
  });
