import { createHash } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** One browser's end of a web socket, as far as a chat needs it: short texts, both ways. */
export interface Socket {
  send(text: string): void;
  onText(hear: (text: string) => void): void;
}

/** RFC 6455, section 1.3: what a server joins to the key of a browser. */
const protocolId = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Lets browsers open web sockets at one path. */
export function acceptSockets(
  server: Server,
  path: string,
  open: (socket: Socket, request: IncomingMessage) => void,
): void {
  server.on('upgrade', (request: IncomingMessage, stream: Duplex) => {
    stream.on('error', () => stream.destroy());
    if (request.url !== path) {
      stream.destroy();
      return;
    }
    const key = `${request.headers['sec-websocket-key'] ?? ''}${protocolId}`;
    const accept = createHash('sha1').update(key).digest('base64');
    const head = ['HTTP/1.1 101 Switching Protocols', 'upgrade: websocket', 'connection: upgrade'];
    stream.write([...head, `sec-websocket-accept: ${accept}`, '', ''].join('\r\n'));
    let hear = (_text: string): void => undefined;
    stream.on('data', (data: Buffer) => readFrame(data, stream, hear));
    open({ send: (text) => stream.write(frameOf(text)), onText: (next) => (hear = next) }, request);
  });
}

/** Chats are short: a frame comes in one piece, masked as section 5.3 has it. Anything but text ends the connection. */
function readFrame(data: Buffer, stream: Duplex, hear: (text: string) => void): void {
  const opcode = data.readUInt8(0) & 0x0f;
  if (opcode !== 1) return void stream.end();
  const short = data.readUInt8(1) & 0x7f;
  const [length, start] = short === 126 ? [data.readUInt16BE(2), 4] : [short, 2];
  const mask = data.subarray(start, start + 4);
  const masked = data.subarray(start + 4, start + 4 + length);
  hear(Buffer.from(masked.map((byte, index) => byte ^ (mask[index % 4] ?? 0))).toString());
}

/** One text frame of up to 65,535 bytes. */
function frameOf(text: string): Buffer {
  const payload = Buffer.from(text).subarray(0, 65_535);
  const head =
    payload.length < 126 ? [0x81, payload.length] : [0x81, 126, payload.length >> 8, payload.length & 0xff];
  return Buffer.concat([Buffer.from(head), payload]);
}
