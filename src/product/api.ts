import { Agent, type Dispatcher } from 'undici';
import type { Exhibit, Unreadable } from '../words';
import { largestBody, unpacked } from './body';
import { type Failure, whyUnreachable } from './failure';
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
}

/** What came back. A redirect is an answer like any other and is not followed. */
interface Answer {
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
  const said: string[] = [];
  const own = lowerCase({ ...ownHeaders(), ...headers });
  const isOnlyCounted = isRehearsal();

  return {
    said,
    async send(request) {
      if (isOnlyCounted) return { failed: 'refused', detail: 'nothing is sent where a run is only planned' };
      const url = new URL(request.path, product.site);
      politeness.allow(url);
      said.push(url.href, ...(request.body === undefined ? [] : [bodyOf(request.body)]));
      const once = async () =>
        (await politeness.turn(url)) ?? exchange(agent, url, request, own, timeout, show);
      const first = await once();
      const outcome = isLost(first, request) ? await once() : first;
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

async function exchange(
  agent: Agent,
  url: URL,
  request: ApiRequest,
  own: Readonly<Record<string, string>>,
  timeout: number,
  tellEvidence: (exhibit: Exhibit) => void,
): Promise<Outcome> {
  const shown: Exhibit[] = [];
  const show = (exhibit: Exhibit) => {
    shown.push(exhibit);
    tellEvidence(exhibit);
  };
  const started = performance.now();
  const signal = AbortSignal.timeout(timeout);
  let response: Dispatcher.ResponseData;
  try {
    response = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: request.method ?? (request.body === undefined ? 'GET' : 'POST'),
      headers: headersOf(request, own),
      body: request.body === undefined ? null : bodyOf(request.body),
      signal,
    });
  } catch (error) {
    return whyUnreachable(error);
  }
  const headers = flat(response.headers);
  const where = { url: url.href };
  show({
    channel: 'api-headers',
    where: { part: 'status and headers', ...where },
    at: Date.now(),
    body: headText(response, headers),
  });
  const raw = await bytesOf(response);
  const { body, unreadable } = await readable(raw, headers['content-encoding']);
  const exhibit = {
    channel: 'api-body',
    where: { part: 'body', ...where },
    at: Date.now(),
    ...typeOf(headers),
  };
  show({ ...exhibit, body });
  if (unreadable !== undefined) show({ ...exhibit, body: { unreadable } });
  return {
    status: response.statusCode,
    headers,
    body,
    ...(unreadable !== undefined && { unreadable }),
    url: url.href,
    ms: performance.now() - started,
    shown,
    text: () => Buffer.from(body).toString('utf8'),
  };
}

interface RawBody {
  readonly bytes: Uint8Array;
  /** Why this is not all of it. */
  readonly cut?: string;
}

/** As much of a body as comes in time and is not too large: what came before a cut was shown, too. */
function bytesOf({ body }: Dispatcher.ResponseData): Promise<RawBody> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    // Copied: a chunk is a part of all that came over its connection at once.
    const end = (cut?: string) =>
      resolve({ bytes: Buffer.concat(chunks), ...(cut !== undefined && { cut }) });
    body.on('data', (chunk: Uint8Array) => {
      length += chunk.length;
      if (length <= largestBody) return void chunks.push(chunk);
      end(`the body is larger than ${largestBody} bytes`);
      body.destroy();
    });
    body.once('end', () => end());
    body.on('error', (error) => end(`the body did not end: ${whyUnreachable(error).detail}`));
    // After an end or an error this says nothing new.
    body.once('close', () => end('the body did not end: the connection was closed'));
  });
}

async function readable(
  { bytes, cut }: RawBody,
  encoding: string | undefined,
): Promise<{ body: Uint8Array; unreadable?: string }> {
  const body = await unpacked(bytes, encoding);
  const why = cut ?? (isUnreadable(body) ? body.unreadable : undefined);
  return { body: isUnreadable(body) ? bytes : body, ...(why !== undefined && { unreadable: why }) };
}

function isUnreadable(body: Uint8Array | Unreadable): body is Unreadable {
  return 'unreadable' in body;
}

function headersOf(
  { headers, body }: ApiRequest,
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  const json = body !== undefined && typeof body !== 'string' ? { 'content-type': 'application/json' } : {};
  return { ...json, ...own, ...(headers && lowerCase(headers)) };
}

function bodyOf(body: NonNullable<ApiRequest['body']>): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flattened: Record<string, string> = {};
  for (const [name, value = ''] of Object.entries(headers))
    flattened[name] = typeof value === 'string' ? value : value.join('\n');
  return flattened;
}

function headText(response: Dispatcher.ResponseData, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${response.statusCode} ${response.statusText}`, ...lines].join('\n');
}

function typeOf(headers: Readonly<Record<string, string>>): { type?: string } {
  const type = headers['content-type'];
  return type === undefined ? {} : { type };
}
