import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod';
import type { Exhibit } from '../words';
import { createApi } from './api';
import { listen } from './listen';
import { createPoliteness } from './politeness';
import { rehearsalVariable } from './rehearsal';

let connectionsLost = 0;
let broken = 0;

const routes: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  '/echo': ({ headers, method }, response) => response.end(JSON.stringify({ headers, method })),
  '/moved': (_, response) =>
    response.writeHead(302, { location: '/echo', 'set-cookie': ['a=1, 2', 'b=2'] }).end('gone'),
  '/packed': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('row of Bob')),
  '/mispacked': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('row of Bob');
    setTimeout(() => response.destroy(), 50);
  },
  '/lost-once': (_, response) => {
    connectionsLost += 1;
    if (connectionsLost === 1) response.destroy();
    else response.end('row of Bob');
  },
  '/lost': (_, response) => void response.destroy(),
  '/hang': () => undefined,
  '/early': (_, response) => {
    response.writeEarlyHints({ link: '</style.css>; rel=preload' });
    response.end('row of Bob');
  },
  '/slowly': (_, response) => {
    response.on('close', () => void (broken += 1));
    response.writeHead(200).write('row of ');
  },
  '/hang-within': (_, response) => void response.writeHead(200).write('row of Bob'),
};

const server = createServer((request, response) => routes[request.url ?? '']?.(request, response));
let site = '';

beforeAll(async () => {
  site = await listen(server);
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const echoed = z.object({ method: z.string(), headers: z.record(z.string(), z.string()) });

/** A client of user B, and what the evidence was shown. */
function visitor(options: { timeout?: number; hosts?: string[] } = {}) {
  const shown: Exhibit[] = [];
  const allowedHosts = options.hosts ?? [new URL(site).host];
  const api = createApi({
    product: { site },
    headers: { Authorization: 'Bearer b' },
    politeness: createPoliteness({ requestsPerSecond: null, allowedHosts }),
    show: (exhibit) => void shown.push(exhibit),
    ...(options.timeout !== undefined && { timeout: options.timeout }),
  });
  return { api, shown };
}

test('sends its own credentials, says who it is, and remembers what it said', async () => {
  const { api, shown } = visitor();
  const answer = await api.send({ path: '/echo', body: { question: 'mine?' } });
  if (answer.failed !== undefined) throw new Error(answer.detail);
  const { headers, method } = echoed.parse(JSON.parse(answer.text()));
  expect(method).toBe('POST');
  expect(headers).toMatchObject({ authorization: 'Bearer b', 'content-type': 'application/json' });
  expect(headers['x-trespass-run']).toMatch(/^run-/);
  expect(headers['cookie']).toBeUndefined();
  expect(api.said).toEqual([`${site}/echo`, '{"question":"mine?"}']);
  expect(shown.map(({ channel }) => channel)).toEqual(['api-headers', 'api-body']);
  await api.close();
});

test('a redirect is an answer: not followed, its headers and body shown', async () => {
  const { api, shown } = visitor();
  const answer = await api.send({ path: '/moved' });
  expect(answer).toMatchObject({ status: 302, headers: { location: '/echo', 'set-cookie': 'a=1, 2\nb=2' } });
  expect(shown[0]?.body).toMatch(/^302 Found\n/);
  expect(shown[1]?.body).toEqual(Buffer.from('gone'));
  await api.close();
});

test.for([
  ['/packed', 'row of Bob', undefined],
  ['/mispacked', 'no gzip', /not valid gzip/],
  ['/cut', 'row of Bob', /did not end/],
  ['/hang-within', 'row of Bob', /did not end: timed out/],
] as const)('%s is read as far as it goes, and never clean when it does not', async ([path, text, why]) => {
  const { api, shown } = visitor({ timeout: 400 });
  const answer = await api.send({ path });
  if (answer.failed !== undefined) throw new Error(answer.detail);
  expect(answer.text()).toBe(text);
  if (why === undefined) expect(answer.unreadable).toBeUndefined();
  else expect(answer.unreadable).toMatch(why);
  expect(shown.filter(({ body }) => typeof body === 'object' && 'unreadable' in body)).toHaveLength(
    why ? 1 : 0,
  );
  await api.close();
});

test('no answer is a failure with a reason, and another host is refused before anything is sent', async () => {
  const { api } = visitor({ timeout: 300, hosts: [new URL(site).host, '127.0.0.1:9'] });
  expect(await api.send({ path: '/hang' })).toMatchObject({ failed: 'timeout' });
  expect(await api.send({ path: 'http://127.0.0.1:9/' })).toMatchObject({ failed: 'refused' });
  await expect(api.send({ path: 'http://localhost:9/' })).rejects.toThrow(
    /localhost:9 may not be sent anything/,
  );
  expect(api.said).toHaveLength(2);
  await api.close();
  expect(await api.send({ path: '/echo' })).toMatchObject({ failed: 'closed' });
});

test('who still waits for a connection is late as well, and the client goes on', async () => {
  const { api } = visitor({ timeout: 1_500 });
  const sent = Array.from({ length: 12 }, () => api.send({ path: '/hang' }));
  for (const outcome of await Promise.all(sent)) expect(outcome).toMatchObject({ failed: 'timeout' });
  expect(await api.send({ path: '/early' })).toMatchObject({ status: 200 });
  await api.close();
});

test('a connection lost once is tried again for a read, and never for what may change something', async () => {
  const { api } = visitor();
  expect(await api.send({ path: '/lost-once' })).toMatchObject({ status: 200 });
  expect(await api.send({ path: '/lost' })).toMatchObject({ failed: 'reset' });
  connectionsLost = 0;
  expect(await api.send({ path: '/lost-once', body: { change: 'it' } })).toMatchObject({ failed: 'reset' });
  expect(connectionsLost).toBe(1);
  await api.close();
});

test('where a run is only planned nothing is sent', async () => {
  let came = 0;
  const watched = createServer((_, response) => {
    came += 1;
    response.end('row of Bob');
  });
  const at = await listen(watched);
  const politeness = createPoliteness({ requestsPerSecond: null, allowedHosts: [new URL(at).host] });
  const send = () =>
    createApi({ product: { site: at }, headers: {}, politeness, show: () => undefined }).send({ path: '/x' });
  vi.stubEnv(rehearsalVariable, 'null');
  expect(await send()).toMatchObject({ failed: 'refused' });
  vi.unstubAllEnvs();
  expect(came).toBe(0);
  expect(await send()).toMatchObject({ status: 200 });
  expect(came).toBe(1);
  watched.close();
  watched.closeAllConnections();
});

test('who hangs up ends the answer for the other side too, and keeps what came before', async () => {
  const { api, shown } = visitor();
  const begun = await api.send({ path: '/slowly', hangUp: 'when-begun' });
  if (begun.failed !== undefined) throw new Error(begun.detail);
  expect(begun.text()).toBe('row of ');
  expect(shown.filter(({ body }) => typeof body === 'object' && 'unreadable' in body)).toEqual([]);
  await vi.waitFor(() => expect(broken).toBe(1));
  expect(await api.send({ path: '/hang', hangUp: 'when-sent' })).toMatchObject({ failed: 'hung-up' });
  expect(await api.send({ path: '/echo' })).toMatchObject({ status: 200 });
  await api.close();
});
