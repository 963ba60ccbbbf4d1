import type { Context } from 'hono';
import { streamSSE, streamText } from 'hono/streaming';
import type { WebSocket } from 'ws';
import type { Telling } from './bot';

/** The answer as plain text, as it is being said. */
export function toldAsText(
  c: Context,
  telling: Telling,
  wrap: (part: string) => string = (part) => part,
): Response {
  return streamText(c, async (stream) => {
    for await (const part of telling.parts()) await stream.write(wrap(part));
    telling.end();
  });
}

/** The answer as an event stream, with events of the widget's own around it. */
export function toldAsEvents(
  c: Context,
  telling: Telling,
  event: (part: string) => unknown,
  { first = [], last = [] }: { readonly first?: readonly unknown[]; readonly last?: readonly unknown[] } = {},
): Response {
  return streamSSE(c, async (stream) => {
    const write = (data: unknown) => stream.writeSSE({ data: JSON.stringify(data) });
    for (const data of first) await write(data);
    for await (const part of telling.parts()) await write(event(part));
    for (const data of last) await write(data);
    telling.end();
  });
}

/** Hears each text frame of a socket. */
export function onText(socket: WebSocket, hear: (text: string) => Promise<void>): void {
  socket.on('message', (data) => {
    if (Buffer.isBuffer(data)) void hear(data.toString('utf8'));
  });
}
