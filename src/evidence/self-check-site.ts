import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

export interface SelfCheckSite {
  readonly origin: string;
  /** What a page asks for to be shown the value: the value backwards. */
  give(value: string): string;
  close(): void;
}

/** Answers `/body/…`, `/header/…` and `/redirect/…` with the value that stands backwards in the address, and greets web sockets with it. */
export const startSelfCheckSite = async (): Promise<SelfCheckSite> => {
  const server = createServer(answer);
  server.on('upgrade', greet);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    give: backwards,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};

const backwards = (text: string): string => Array.from(text).toReversed().join('');

const valueOf = ({ url = '' }: IncomingMessage): string => backwards(url.split('/').at(-1) ?? '');

const answer = (request: IncomingMessage, response: ServerResponse): void => {
  const how = request.url?.split('/')[1];
  if (how === 'header') response.setHeader('x-planted', valueOf(request));
  response.setHeader('content-type', how === '' ? 'text/html' : 'text/plain');
  if (how === 'redirect') response.writeHead(302, { location: '/' });
  response.end(
    how === 'body' || how === 'redirect'
      ? valueOf(request)
      : how === ''
        ? '<!doctype html><link rel="icon" href="data:,">'
        : '',
  );
};

/** The least of a web socket server: accepts, and sends one short text frame. */
const greet = (request: IncomingMessage, socket: Duplex): void => {
  const key = `${request.headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash('sha1').update(key).digest('base64');
  const greeting = Buffer.from(valueOf(request));
  socket.on('error', () => socket.destroy());
  socket.write(
    [
      'HTTP/1.1 101 Switching Protocols',
      'upgrade: websocket',
      'connection: upgrade',
      `sec-websocket-accept: ${accept}`,
      '\r\n',
    ].join('\r\n'),
  );
  socket.write(Buffer.concat([Buffer.from([0x81, greeting.length]), greeting]));
};
