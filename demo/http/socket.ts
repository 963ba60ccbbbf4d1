import { createHash } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Of RFC 6455: what a server joins to the client's key to show that it speaks the protocol. */
const protocolId = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** One text frame of up to 65,535 bytes. */
function frameOf(text: string): Buffer {
  const payload = Buffer.from(text).subarray(0, 65_535);
  if (payload.length < 126) return Buffer.concat([Buffer.from([0x81, payload.length]), payload]);
  return Buffer.concat([Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff]), payload]);
}

/** Lets browsers open web sockets, and tells each who opens one the same thing. */
export function tellOverSockets(server: Server, news: () => Promise<string>): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    const key = `${request.headers['sec-websocket-key'] ?? ''}${protocolId}`;
    const accept = createHash('sha1').update(key).digest('base64');
    const head = ['HTTP/1.1 101 Switching Protocols', 'upgrade: websocket', 'connection: upgrade'];
    socket.write([...head, `sec-websocket-accept: ${accept}`, '\r\n'].join('\r\n'));
    news().then(
      (text) => socket.write(frameOf(text)),
      () => socket.destroy(),
    );
  });
}
