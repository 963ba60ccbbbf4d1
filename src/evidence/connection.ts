import { WebSocket } from 'ws';
import { payloadOf, resultOf, type Command, type Params, type Result } from './protocol';

/** One raw DevTools connection. Commands and events of all sessions go over it (`flatten: true`). */
export interface Connection {
  /** Resolves with the answer; rejects when the browser refuses or the connection ends first. */
  send<M extends Command>(method: M, params?: Params<M>, sessionId?: string): Promise<Result<M>>;
  /** Called for every event of every session, in the order of their arrival. */
  onEvent(listener: (event: RawEvent) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}

export interface RawEvent {
  readonly method: string;
  readonly params: unknown;
  readonly sessionId: string | undefined;
}

/** What the browser sends: the answer to a command, or an event. */
interface Message {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
}

interface Waiting {
  readonly method: string;
  readonly sessionId: string | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Connects to the browser that listens for DevTools on `port` of 127.0.0.1.
 * Throws when nothing answers there within `timeout` milliseconds.
 */
export const connect = async (port: number, timeout = 10_000): Promise<Connection> => {
  const socket = await open(await debuggerUrl(port, timeout), port);
  const waiting = new Map<number, Waiting>();
  const eventListeners: ((event: RawEvent) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  let lastId = 0;
  let closed = false;

  /** The browser never answers what it was asked in a session that has ended meanwhile. */
  const forget = (isOver: (asked: Waiting) => boolean, why: string) => {
    for (const [id, asked] of waiting) {
      if (!isOver(asked)) continue;
      waiting.delete(id);
      asked.reject(new Error(`${asked.method}: ${why}`));
    }
  };

  socket.on('message', (data) => {
    // In one piece, as `ws` gives what comes unless it is told otherwise.
    if (!Buffer.isBuffer(data)) return;
    const message = messageOf(data.toString());
    if (message.id === undefined) {
      const event = { method: message.method ?? '', params: message.params, sessionId: message.sessionId };
      const ended =
        event.method === 'Target.detachedFromTarget'
          ? payloadOf(event.method, event.params).sessionId
          : undefined;
      if (ended !== undefined) forget(({ sessionId }) => sessionId === ended, 'the target has gone');
      for (const listener of eventListeners) listener(event);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) asked?.reject(new Error(`${asked.method}: ${message.error.message}`));
    else asked?.resolve(message.result);
  });
  socket.addEventListener('close', () => {
    closed = true;
    forget(() => true, 'the browser has gone');
    for (const listener of closeListeners) listener();
  });

  return {
    send: <M extends Command>(method: M, params?: Params<M>, sessionId?: string) =>
      new Promise<Result<M>>((resolve, reject) => {
        if (closed) return reject(new Error(`${method}: the connection to the browser is closed`));
        const id = ++lastId;
        waiting.set(id, {
          method,
          sessionId,
          resolve: (result) => resolve(resultOf(method, result)),
          reject,
        });
        socket.send(JSON.stringify({ id, method, params: params ?? {}, sessionId }));
      }),
    onEvent: (listener) => void eventListeners.push(listener),
    onClose: (listener) => void closeListeners.push(listener),
    close: () => socket.close(),
  };
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- there is no schema of the protocol at run time
const messageOf = (text: string): Message => JSON.parse(text) as Message;

/** Asks the browser for its DevTools address, until it answers: it may still be starting. */
const debuggerUrl = async (port: number, timeout: number): Promise<string> => {
  const deadline = Date.now() + timeout;
  for (;;) {
    const seen = await versionPage(port);
    if ('url' in seen) return seen.url;
    if (Date.now() > deadline) throw cannotConnect(port, seen.why);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

const versionPage = async (port: number): Promise<{ url: string } | { why: string }> => {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/json/version`, {
      signal: AbortSignal.timeout(2000),
    });
    const version: unknown = await answer.json();
    const url: unknown =
      typeof version === 'object' && version !== null && Reflect.get(version, 'webSocketDebuggerUrl');
    return typeof url === 'string'
      ? { url }
      : { why: `something else answers there (HTTP ${answer.status})` };
  } catch (error) {
    return { why: whyOf(error) };
  }
};

/** `fetch` says what was wrong only in the cause. */
const whyOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'no answer';
  return error.cause instanceof Error ? error.cause.message : error.message;
};

const open = (url: string, port: number): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    // To pack and unpack every message costs more than all the rest of it; how long one may be, the channels bound.
    const socket = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true, maxPayload: 0 });
    socket.addEventListener('open', () => resolve(socket), { once: true });
    socket.addEventListener('error', ({ message }) => reject(cannotConnect(port, message)), { once: true });
  });

const cannotConnect = (port: number, seen: string) =>
  new Error(
    `Cannot watch the browser: its DevTools do not answer on 127.0.0.1:${port} (${seen}). ` +
      `Expected a Chromium that was launched with --remote-debugging-port=${port}; check the launch arguments, and that nothing else took the port.`,
  );
