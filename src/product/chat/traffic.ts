import type { Page, Request } from '@playwright/test';
import { followStreamedBodies, type StreamedBody } from './streamed-bodies';
import type { Wire } from './turn';

/** What one page sends, from the moment it is first followed. */
export interface Traffic {
  /** Starts a new turn: what was sent before it counts no more. */
  mark(): void;
  /** Requests of this turn that may still bring text. */
  inFlight(): readonly Request[];
  /** The same without event streams, which stay open for as long as the page does. */
  loading(): readonly Request[];
  /**
   * When the last of them ended, in milliseconds since the epoch: its text may take a moment to appear. What is asked
   * again and again does not count: a page may go on with that for ever.
   */
  lastEnded(): number;
  /** The last request, else the last frame, of this turn that carries exactly this text. */
  carrying(text: string): Carrier | undefined;
  /** Whether this turn sent anything that could carry words. */
  hasSent(): boolean;
  /** When this request of the turn ended; `undefined` while it is open. */
  endOf(request: Request): number | undefined;
  /** Whether something was asked for after this moment. */
  hasAskedSince(at: number): boolean;
  /** What was asked for at the same origin after this request of the turn, in order. */
  askedOnAfter(request: Request): readonly Request[];
  /** Whether any of that may still be answered: it is open, or asked again and again. */
  stillAsksAfter(request: Request): boolean;
  /** The longest time, in milliseconds, between two requests of what is asked again and again; 0 for nothing. */
  pollsEvery(): number;
  /** Whether text may come without being asked for: an open socket or event stream, or polling. */
  mayPush(): boolean;
}

export interface Carrier {
  readonly wire: Wire;
  /** Absent for a frame. */
  readonly request?: Request;
}

interface Turn {
  /** When each request was sent. */
  readonly started: Map<Request, number>;
  readonly open: Set<Request>;
  readonly frames: { readonly url: string; readonly text: string }[];
  readonly streamedBodies: StreamedBody[];
  readonly ended: Map<Request, number>;
}

/** Kinds of request that bring no words, or (a beacon) no answer. */
const wordless = new Set([
  'image',
  'media',
  'font',
  'stylesheet',
  'ping',
  'manifest',
  'texttrack',
  'websocket',
  'script',
]);

const followed = new WeakMap<Page, Traffic>();

/** Follows a page, once; call it before the page's first navigation so that sockets are seen that open early. */
export function followTraffic(page: Page): Traffic {
  const known = followed.get(page);
  if (known !== undefined) return known;
  const traffic = listen(page);
  followed.set(page, traffic);
  return traffic;
}

function listen(page: Page): Traffic {
  let turn = newTurn();
  const streams = new Set<Request>();
  const sockets = new Set<unknown>();

  page.on('request', (request) => {
    if (wordless.has(request.resourceType())) return;
    turn.started.set(request, Date.now());
    turn.open.add(request);
  });
  const ended = (request: Request) => {
    if (turn.open.delete(request)) turn.ended.set(request, Date.now());
    streams.delete(request);
  };
  // By what it brings and not by its kind: half of the widgets read event streams with fetch.
  page.on('response', (response) => {
    if (/^text\/event-stream/i.test(response.headers()['content-type'] ?? ''))
      streams.add(response.request());
  });
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  followStreamedBodies(page, (body) => turn.streamedBodies.push(body));
  page.on('websocket', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('framesent', ({ payload }) =>
      turn.frames.push({ url: socket.url(), text: payload.toString() }),
    );
  });

  return {
    mark() {
      turn = newTurn();
    },
    inFlight: () => openIn(turn),
    loading: () => openIn(turn).filter((request) => !streams.has(request)),
    lastEnded: () => lastEnded(turn),
    carrying: (text) => requestCarrying(turn, text) ?? frameCarrying(turn, text),
    hasSent: () =>
      turn.frames.length > 0 || [...turn.started.keys()].some((request) => request.method() !== 'GET'),
    endOf: (request) => turn.ended.get(request),
    hasAskedSince: (at) => [...turn.started.values()].some((sent) => sent > at),
    askedOnAfter: (request) => askedOnAfter(turn, request),
    stillAsksAfter: (request) => stillAsksAfter(turn, request),
    pollsEvery: () => pollsEvery(turn),
    mayPush: () => sockets.size > 0 || streams.size > 0 || polledIn(turn.started).size > 0,
  };
}

function newTurn(): Turn {
  return { started: new Map(), open: new Set(), frames: [], streamedBodies: [], ended: new Map() };
}

function requestCarrying(turn: Turn, text: string): Carrier | undefined {
  const request = [...turn.started.keys()].findLast((one) =>
    carries(`${one.url()}\n${bodyOf(one, turn)}`, text),
  );
  if (request === undefined) return undefined;
  const wire = {
    kind: 'request',
    url: request.url(),
    method: request.method(),
    body: bodyOf(request, turn),
  } as const;
  return { request, wire };
}

function frameCarrying({ frames }: Turn, text: string): Carrier | undefined {
  const frame = frames.findLast((one) => carries(one.text, text));
  return frame && { wire: { kind: 'web-socket', url: frame.url, body: frame.text } };
}

/** Whether something sent holds a text: as it is, within JSON (also pure ASCII), or as a form or URL writes it. */
export function carries(sent: string, text: string): boolean {
  const json = JSON.stringify(text).slice(1, -1);
  const ascii = json.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const spelled = [
    text,
    json,
    ascii,
    encodeURIComponent(text),
    new URLSearchParams({ q: text }).toString().slice(2),
  ];
  const twice = JSON.stringify(json).slice(1, -1);
  return [...spelled, twice].some((form) => sent.includes(form));
}

/** A file upload is read as bytes: Playwright has no text for it. */
function bodyOf(request: Request, { streamedBodies }: Turn): string {
  const streamed = streamedBodies.findLast(
    ({ method, url }) => method === request.method() && url === request.url(),
  );
  return ownBodyOf(request) || (streamed?.text ?? '');
}

function ownBodyOf(request: Request): string {
  try {
    return request.postData() ?? request.postDataBuffer()?.toString('utf8') ?? '';
  } catch {
    return request.postDataBuffer()?.toString('utf8') ?? '';
  }
}

function openIn({ open, started }: Turn): Request[] {
  const polled = polledIn(started);
  return [...open].filter((request) => !polled.has(addressOf(request)));
}

function askedOnAfter({ started }: Turn, request: Request): readonly Request[] {
  const { origin } = new URL(request.url());
  const sent = [...started.keys()];
  return sent.slice(sent.indexOf(request) + 1).filter((one) => new URL(one.url()).origin === origin);
}

function stillAsksAfter(turn: Turn, request: Request): boolean {
  const polled = polledIn(turn.started);
  return askedOnAfter(turn, request).some((one) => turn.open.has(one) || polled.has(addressOf(one)));
}

function lastEnded({ ended, started }: Turn): number {
  const polled = polledIn(started);
  return Math.max(
    0,
    ...[...ended].filter(([request]) => !polled.has(addressOf(request))).map(([, at]) => at),
  );
}

/** Addresses that were asked three times within one turn. */
function polledIn(started: Turn['started']): ReadonlySet<string> {
  const addresses = [...started.keys()].map(addressOf);
  return new Set(addresses.filter((address) => addresses.filter((other) => other === address).length >= 3));
}

function pollsEvery({ started }: Turn): number {
  const gaps = [...polledIn(started)].flatMap((address) => {
    const sent = [...started].filter(([request]) => addressOf(request) === address).map(([, at]) => at);
    return sent.slice(1).map((at, index) => at - (sent[index] ?? at));
  });
  return Math.max(0, ...gaps);
}

function addressOf(request: Request): string {
  return `${request.method()} ${request.url().split('?')[0]}`;
}
