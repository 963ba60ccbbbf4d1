import { Agent, type Dispatcher } from 'undici';
import { sameBytes } from '../same-bytes';
import type { Exhibit, Unreadable } from '../words';
import { addressOf } from './address';
import { unpacked } from './body';
import { createDeadline } from './deadline';
import { type Arrived, exchange, type HangUp } from './exchange';
import type { Failure } from './failure';
import type { Politeness } from './politeness';
import { isRehearsal } from './rehearsal';
import { ownHeaders } from './run-id';
import type { Product } from './types';

/** What to send. `path` is a path on the site, or a whole URL on an allowed host. */
export interface ApiRequest {
  readonly method?: string;
  readonly path: string;
  /** Added to the persona's own; a name that is there already is replaced. */
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: string | Readonly<Record<string, unknown>> | readonly unknown[];
  /** Breaks the answer off; what came of it before is the whole answer then. */
  readonly hangUp?: HangUp;
}

/** What came back. A redirect is an answer like any other and is not followed. */
export interface Answer {
  readonly failed?: never;
  readonly status: number;
  /** Names in lower case; several of one name are joined by a line break, for cookies hold commas. */
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked; what there was of it when it could not be read to its end. */
  readonly body: Uint8Array;
  /** Set when the body was too large, cut off or could not be unpacked: then nothing may be concluded from it. */
  readonly unreadable?: string;
  readonly url: string;
  /** Milliseconds from sending to the last byte. */
  readonly ms: number;
  /** What of this answer went to the evidence: its head and its body. */
  readonly shown: readonly Exhibit[];
  text(): string;
}

/** Tell them apart by `failed`. */
export type Outcome = Answer | Failure;

/** The HTTP client of one persona: its own credentials and nothing else. */
export interface Api {
  send(request: ApiRequest): Promise<Outcome>;
  /** Every URL and body that was sent, for the oracle: what somebody said cannot leak to him. */
  readonly said: readonly string[];
  close(): Promise<void>;
}

interface Options {
  readonly product: Pick<Product, 'site'>;
  /** The persona's credentials, from {@link SignInRecipe.headers}. */
  readonly headers: Readonly<Record<string, string>>;
  readonly politeness: Politeness;
  /** Where every answer goes, for the evidence. */
  readonly show: (exhibit: Exhibit) => void;
  /** Milliseconds for one answer, to its last byte. */
  readonly timeout?: number;
}

/** A client for one persona. It keeps no cookies and follows no redirects; `close()` ends its connections. */
export function createApi({ product, headers, politeness, show, timeout = 30_000 }: Options): Api {
  const agent = new Agent({ connections: 8, connect: { timeout: 10_000 } });
  const deadline = createDeadline(timeout);
  const said: string[] = [];
  const own = lowerCase({ ...ownHeaders(), ...headers });
  const isOnlyCounted = isRehearsal();

  const once = async (url: URL, request: ApiRequest): Promise<Outcome> => {
    const turn = politeness.turn(url);
    const refused = turn && (await turn);
    if (refused) return refused;
    const started = performance.now();
    const arrived = await exchange(agent, sentBy(request, url, own), deadline, request.hangUp);
    if (arrived.failed !== undefined) return arrived;
    const head = headOf(arrived);
    const encoding = head.headers['content-encoding'];
    const bytes = sameBytes(arrived.pieces);
    const body = encoding === undefined ? bytes : await unpacked(bytes, encoding);
    const unreadable = arrived.cut ?? (isUnreadable(body) ? body.unreadable : undefined);
    const answer = answerOf(url.href, head, isUnreadable(body) ? bytes : body, unreadable, started);
    for (const exhibit of answer.shown) show(exhibit);
    return answer;
  };
  return {
    said,
    async send(request) {
      if (isOnlyCounted) return { failed: 'refused', detail: 'nothing is sent where a run is only planned' };
      const url = addressOf(request.path, product.site);
      politeness.allow(url);
      said.push(url.href);
      if (request.body !== undefined) said.push(bodyOf(request.body));
      const first = await once(url, request);
      const outcome = isLost(first, request) ? await once(url, request) : first;
      if (outcome.failed === undefined) politeness.heard(url, outcome.status, outcome.headers['retry-after']);
      return outcome;
    },
    close: () => agent.destroy(),
  };
}

/** A kept connection that the server closed at the same moment says nothing about the request: reading is tried again. */
function isLost(outcome: Outcome, { method, body }: ApiRequest): boolean {
  return outcome.failed === 'reset' && (method ?? 'GET') === 'GET' && body === undefined;
}

function sentBy(
  request: ApiRequest,
  url: URL,
  own: Readonly<Record<string, string>>,
): Dispatcher.DispatchOptions {
  return {
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: request.method ?? (request.body === undefined ? 'GET' : 'POST'),
    headers: headersOf(request, own),
    body: request.body === undefined ? null : bodyOf(request.body),
  };
}

interface Head {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

function headOf({ status, statusText, headers }: Arrived): Head {
  const flat: Record<string, string> = {};
  let text = `${status} ${statusText}`;
  for (const name in headers) {
    const value = headers[name] ?? '';
    const line = typeof value === 'string' ? value : value.join('\n');
    flat[name] = line;
    text += `\n${name}: ${line}`;
  }
  return { status, headers: flat, text };
}

function answerOf(
  url: string,
  { status, headers, text: head }: Head,
  body: Uint8Array,
  unreadable: string | undefined,
  started: number,
): Answer {
  const at = Date.now();
  const type = headers['content-type'];
  const place = { channel: 'api-body', where: { part: 'body', url }, at };
  const exhibit = type === undefined ? place : { ...place, type };
  const shown: Exhibit[] = [
    { channel: 'api-headers', where: { part: 'status and headers', url }, at, body: head },
    { ...exhibit, body },
  ];
  if (unreadable !== undefined) shown.push({ ...exhibit, body: { unreadable } });
  return {
    status,
    headers,
    body,
    ...(unreadable !== undefined && { unreadable }),
    url,
    ms: performance.now() - started,
    shown,
    text() {
      return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
    },
  };
}

function isUnreadable(body: Uint8Array | Unreadable): body is Unreadable {
  return 'unreadable' in body;
}

const json = { 'content-type': 'application/json' } as const;

function headersOf(
  { headers, body }: ApiRequest,
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  const isJson = body !== undefined && typeof body !== 'string';
  return { ...(isJson && json), ...own, ...(headers && lowerCase(headers)) };
}

function bodyOf(body: NonNullable<ApiRequest['body']>): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function lowerCase(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names = Object.keys(headers);
  if (names.every((name) => name === name.toLowerCase())) return headers;
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
