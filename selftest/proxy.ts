import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

/** Stands between the suite and a product, so that the product can be made to fall silent at a chosen moment. */
export interface Proxy {
  readonly address: string;
  /** How many requests came, answered or not. */
  requests(): number;
  stop(): void;
}

/**
 * Passes on the first requests, and hangs up on all others.
 * @param target address of the product
 * @param answered how many requests it passes on
 */
export async function startProxy(target: string, answered: number): Promise<Proxy> {
  let count = 0;
  const server = createServer((incoming, outgoing) => {
    count += 1;
    if (count > answered) incoming.socket.destroy();
    else passOn(target, incoming, outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    address: `http://127.0.0.1:${address.port}`,
    requests: () => count,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function passOn(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method = 'GET', headers, url = '/' } = incoming;
  const onward = request(new URL(url, target), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}
