import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/*
 * A site for tests. Every canary is made while the test runs, and handed out by the server under a path that does not
 * contain it: so no source text, and no address, can be taken for evidence.
 */

const backwards = (text: string): string => Array.from(text).toReversed().join('');

export interface Canaries {
  /** A new value of that name. */
  make(name: string): string;
  value(name: string): string;
  /** A path at which the site hands out the canary of that name. */
  own(name: string, as?: string, more?: string): string;
  /** The same as a whole address. */
  at(name: string, as?: string): string;
  /** The same at another origin. */
  other(name: string, as?: string): string;
  /** A new value of that name, backwards: for scripts that turn it round. */
  backwards(name: string): string;
  namesIn(text: string): readonly string[];
}

export interface CanarySite {
  readonly canaries: Canaries;
  /** Paths that were asked for. */
  readonly requests: readonly string[];
  /** Puts a page there and gives its address. */
  page(html: string): string;
  /** The same address at another origin. */
  other(url: string): string;
  close(): void;
}

export const startCanarySite = async (): Promise<CanarySite> => {
  const pages = new Map<string, string>();
  const values = new Map<string, string>();
  const names = new Map<string, string>();
  const token = () => randomBytes(9).toString('hex');
  const make = (name: string) => {
    const value = `canary${token()}`;
    values.set(name, value);
    names.set(value, name);
    return value;
  };
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    answer(request, response, pages, names);
  });
  speakWebSocket(server, names);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  const other = (url: string) => url.replace('127.0.0.1', 'localhost');
  /** The path names the canary backwards: what is handed out there is not in it. */
  const own = (name: string, as = 'json', more = '') =>
    `/give/${as}?of=${backwards(make(name))}&more=${encodeURIComponent(more)}`;
  return {
    requests,
    canaries: {
      make,
      own,
      value: (name) => values.get(name) ?? '',
      at: (name, as) => origin + own(name, as),
      other: (name, as) => other(origin) + own(name, as),
      backwards: (name) => backwards(make(name)),
      namesIn: (text) =>
        [...text.matchAll(/(header-)?(canary[0-9a-f]{18})(-\w+)?/g)].flatMap(
          ([, header, value = '', tail = '']) => {
            const name = names.get(value);
            return name === undefined ? [] : [`${name}${header ? ' header' : ''}${tail}`];
          },
        ),
    },
    page(html) {
      const path = `/page/${token()}`;
      pages.set(path, `<!doctype html><title>page</title><link rel="icon" href="data:,"><body>${html}`);
      return origin + path;
    },
    other,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};

const answer = (
  request: IncomingMessage,
  response: ServerResponse,
  pages: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site.test');
  const value = backwards(searchParams.get('of') ?? '');
  const more = searchParams.get('more') ?? '';
  const page = pages.get(pathname);
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-headers', '*');
  response.setHeader('x-canary', `header-${value}`);
  response.setHeader('service-worker-allowed', '/');
  const give = (type: string, body: string | Uint8Array, status = 200) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };
  if (page !== undefined) return give('text/html', page);
  if (searchParams.get('to') === 'redirect') {
    response.writeHead(302, { location: '/elsewhere' });
    return void response.end('behind a redirect');
  }
  if (!names.has(value)) return give('text/plain', 'unknown', 404);
  if (request.method === 'OPTIONS') return give('text/plain', '', 204);
  switch (pathname.split('/').at(-1) ?? '') {
    case 'json':
      return give('application/json', JSON.stringify(value));
    case 'html':
      return give('text/html', `<!doctype html><body><p>${value}</p>`);
    case 'js':
      return give('text/javascript', `globalThis.made = '${value}';`);
    case 'gif':
      return give('image/gif', pictureSaying(value));
    case 'error':
      return give('application/json', JSON.stringify({ error: value }), 500);
    case 'empty':
      return give('text/plain', '', 204);
    case 'binary':
      return give('application/octet-stream', Buffer.from(`\u0000\u0001${value}`, 'latin1'));
    case 'gzip':
      response.setHeader('content-encoding', 'gzip');
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.write(gzipSync(value));
      return void response.end();
    case 'redirect':
      response.writeHead(302, {
        location: `/give/json?of=${searchParams.get('of')}`,
        'set-cookie': `hop=${value}`,
      });
      return void response.end();
    case 'large':
      response.setHeader('content-length', 50_000_000);
      return give('text/plain', Buffer.alloc(50_000_000, 'large '));
    case 'large-stream':
      response.writeHead(200, { 'content-type': 'text/plain' });
      for (let part = 0; part < 50; part++) response.write(Buffer.alloc(1_000_000, 'large '));
      return void response.end();
    case 'attachment':
      response.setHeader('content-disposition', 'attachment; filename="file.txt"');
      return give('application/octet-stream', value);
    case 'redirect-for-cookie':
      response.writeHead(302, { location: '/elsewhere' });
      return void response.end(request.headers.cookie?.includes('who=somebody') ? value : 'nobody');
    case 'redirect-body':
      response.writeHead(302, { location: '/elsewhere', 'content-type': 'text/html' });
      return void response.end(`<p>${value}</p>`);
    case 'events': {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      return void response.write(`data: ${value}\n\n`);
    }
    case 'worker':
      return give(
        'text/javascript',
        `/*${value}*/fetch('${more}').then((r) => r.text()).then((text) => { console.log(text); postMessage(1); })`,
      );
    case 'shared-worker':
      return give(
        'text/javascript',
        `/*${value}*/onconnect = ({ ports: [port] }) => { fetch('${more}').then((r) => r.text()).then(() => port.postMessage(1)); };`,
      );
    case 'service':
      return give(
        'text/javascript',
        `/*${value}*/const got = fetch('${more}').then((r) => r.text());
        oninstall = (event) => { skipWaiting(); event.waitUntil(got); };
        onactivate = (event) => event.waitUntil(clients.claim());
        onfetch = (event) => { const url = new URL(event.request.url); if (url.pathname === '/give/made') event.respondWith(new Response([...url.searchParams.get('of')].reverse().join(''))); };`,
      );
    default:
      return give('text/plain', 'unknown', 404);
  }
};

/** One pixel, with a comment. */
const pictureSaying = (comment: string): Buffer => {
  const head = Buffer.from('4749463839610100010080000000000000ffffff21fe', 'hex');
  const pixel = Buffer.from('002c00000000010001000002024401003b', 'hex');
  return Buffer.concat([head, Buffer.from([comment.length]), Buffer.from(comment), pixel]);
};

/** The least of a web socket server: greets with the canary, and hears nothing. */
const speakWebSocket = (server: Server, names: ReadonlyMap<string, string>) => {
  server.on('upgrade', (request, socket) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://site.test');
    const value = backwards(searchParams.get('of') ?? '');
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.on('error', () => socket.destroy());
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
    );
    if (names.has(value))
      socket.write(Buffer.concat([Buffer.from([0x81, value.length]), Buffer.from(value)]));
  });
};
