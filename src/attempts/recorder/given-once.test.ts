import { createServer, type RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { listen } from '../../product/listen';
import { givenOnce } from './given-once';
import { replayOf } from './replay-of';
import { sampleVisitor } from './sample-visitor';

const number = 'INV-8841-2207';
const records = [{ owner: 'userA', kind: 'invoice', fields: { number } }];

/** What user A is told of an answer that its page waited for, when it asks a second time. */
async function askedAgain(status: number, body: string, alive = 200): Promise<string | undefined> {
  const answer: RequestListener = ({ url }, response) =>
    url === '/me' ? response.writeHead(alive).end() : response.writeHead(status).end(body);
  const server = createServer(answer);
  const site = await listen(server);
  const visitor = sampleVisitor(records, { site, allowedHosts: [new URL(site).host] });
  const what = 'GET /chat/wait?question=…';
  const request = { what, method: 'GET', address: '/chat/wait?question=81', headers: {}, isQuery: false };
  const replay = replayOf(visitor, request, [{ owner: 'userA', kind: 'invoice' }]);
  if ('why' in replay) throw new Error(replay.why);
  try {
    return await givenOnce(visitor, replay);
  } finally {
    await visitor.api.close();
    server.close();
  }
}

test.each([204, 404, 410])(
  'an answer that is gone (%i) when its owner asks again was given once',
  async (status) => {
    expect(await askedAgain(status, '')).toMatch(`userA itself is answered ${status}`);
  },
);

test.each([
  ['the owner is shown it again', 200, `Your invoice is ${number}`],
  ['it is shown behind a 404', 404, `Your invoice is ${number}`],
  ['the owner is refused', 403, ''],
  ['the owner is put off', 429, ''],
  ['the server fails', 503, ''],
])('it is left to the control when %s', async (_, status, body) => {
  expect(await askedAgain(status, body)).toBeUndefined();
});

test('it is left to the control when the session has died', async () => {
  expect(await askedAgain(404, '', 401)).toBeUndefined();
});
