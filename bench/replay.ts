import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { Pool } from 'undici';
import { atOnce } from '../src/attempts/at-once';
import { gatherFacts } from '../src/attempts/facts';
import { replayAll } from '../src/attempts/recorder/replay-all';
import type { Replay } from '../src/attempts/recorder/replay-of';
import { createOracle } from '../src/oracle/oracle';
import type { ApiRequest } from '../src/product/api';
import { defineProduct } from '../src/product/define';
import { createPoliteness } from '../src/product/politeness';
import { ownHeaders } from '../src/product/run-id';
import { custom } from '../src/product/sign-in/custom';
import type { Product, Session } from '../src/product/types';
import { sitDown } from '../src/visit/open';
import { seatAtApi } from '../src/visit/seat';
import type { Stage, Visitor } from '../src/visit/visitor';
import type { Millis, OwnedRecord, Persona } from '../src/words';
import { median } from './parts/median';

/** What sending requests took. */
interface Cost {
  readonly requests: number;
  readonly attempts: number;
  readonly wall: Millis;
  /** Processor time of this process: the server is another one. */
  readonly cpu: Millis;
}

interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly request: ApiRequest;
}

const rounds = 3;

/** Whether each answer is different, so that each has to be read, or most are alike (refusals, empty lists, the asker's own). */
type Below = 'api' | 'alike';
const inFlight = 32;

/** Signed in: the other user, the wrong tenant, the first again on a phone. The rest have nothing that the stub knows. */
const alive: readonly string[] = ['userB', 'wrongTenant', 'mobile'];
const viewers = [...alive, 'loggedOut', 'expiredSession', 'signedOut', 'forgedToken', 'anonKey'];

const owners = ['userA', 'userB', 'wrongTenant'];

/** Ten invoices for each person, as a small product has. */
const records: readonly OwnedRecord[] = owners.flatMap((owner, person) =>
  Array.from({ length: 10 }, (_, index) => ({
    owner,
    kind: 'invoice',
    id: `5f0c6c1e-5b7a-4c58-9a0${person}-6d1f2b8c4e${10 + index}`,
    fields: { number: invoiceNumber(owner, index) },
  })),
);

function invoiceNumber(owner: string, index: number): string {
  return `INV-${owner.toUpperCase()}-${7_310_000 + index * 977}`;
}

function tokenOf(account: string): string {
  return `a-token-of-${account}`;
}

/** What the stub gives to whom, by the header. */
const owned = owners.map((owner) => `Bearer ${tokenOf(owner)}=${invoiceNumber(owner, 0)}`);

function productAt(site: string): Product {
  const none = () => Promise.reject(new Error('nobody signs in here'));
  return defineProduct(
    {
      name: 'stub',
      demo: true,
      site,
      pages: { public: ['/'], signIn: '/sign-in' },
      signIn: custom({
        alive: { path: '/alive' },
        signIn: none,
        storage: () => ({ cookies: [], origins: [] }),
      }),
      accounts: Object.fromEntries(
        owners.map((owner) => [owner, { emailEnv: 'EMAIL', passwordEnv: 'PASSWORD' }]),
      ),
      records: [...records],
      chat: { pages: ['/'], ask: { invoice: 'Which invoices do I have?' } },
    },
    { EMAIL: 'somebody@example.com', PASSWORD: 'none' },
  );
}

function stageAt(product: Product): Stage {
  const oracle = createOracle({ records, publicValues: [], key: 'bench' });
  const politeness = createPoliteness({ requestsPerSecond: null, allowedHosts: product.allowedHosts });
  const nobody = () => Promise.reject(new Error('nobody comes here'));
  const sessions = { of: nobody, fresh: nobody, refresh: nobody, signOut: nobody };
  const familiar = { configured: nobody, shownToAll: nobody, saidToAll: nobody };
  return { product, oracle, politeness, sessions, familiar, facts: gatherFacts(), key: 'bench' };
}

function visitorOf(name: string, stage: Stage, log: Sent[]): Visitor {
  const account = name === 'mobile' ? 'userB' : name;
  const isAlive = name === 'userA' || alive.includes(name);
  const session: Session | null = isAlive
    ? { account, userId: `user-${account}`, accessToken: tokenOf(account), raw: {} }
    : null;
  const persona: Persona = { account, session: isAlive ? 'live' : 'none', sees: isAlive ? [account] : [] };
  const { visitor } = sitDown(seatAtApi(name), { name, persona, stage, by: 'api' }, session);
  const { send } = visitor.api;
  const headers = { ...ownHeaders(), ...stage.product.signIn.headers(session) };
  Object.assign(visitor.api, {
    send: (request: ApiRequest) => {
      log.push({ headers, request });
      return send(request);
    },
  });
  return visitor;
}

function replaysOf(endpoints: number, below: Below): readonly Replay[] {
  const [record] = records;
  if (!record) throw new Error('there is no record');
  return Array.from({ length: endpoints }, (_, index) => {
    const path = `/${below}/things/${index}/{id}`;
    const what = `GET ${path}`;
    const read = { name: what, kind: 'invoice', path, shape: what };
    return { what, read, record, headers: { accept: 'application/json' }, isChat: false };
  });
}

async function measured(run: () => Promise<Pick<Cost, 'requests' | 'attempts'>>): Promise<Cost> {
  const began = performance.now();
  const before = process.cpuUsage();
  const done = await run();
  const { user, system } = process.cpuUsage(before);
  return { ...done, wall: performance.now() - began, cpu: (user + system) / 1000 };
}

/** Everything as in a run: techniques, controls, the visitors' own clients, evidence and oracle. Throws when not all held. */
async function judged(
  product: Product,
  endpoints: number,
  below: Below,
): Promise<{ readonly cost: Cost; readonly sent: readonly Sent[] }> {
  const sent: Sent[] = [];
  const stage = stageAt(product);
  const keeper = visitorOf('userA', stage, sent);
  const intruders = viewers.map((name) => visitorOf(name, stage, sent));
  const cost = await measured(async () => {
    const attempts = await replayAll(intruders, keeper, replaysOf(endpoints, below));
    const wrong = attempts.find(({ verdict }) => verdict.is !== 'held');
    if (wrong) throw new Error(`${wrong.viewer}, ${wrong.probe.what}: ${JSON.stringify(wrong.verdict)}`);
    return { requests: sent.length, attempts: attempts.length };
  });
  await Promise.all([keeper, ...intruders].map(({ api }) => api.close()));
  return { cost, sent };
}

/** The very same requests, with nothing looked at. */
async function plain(site: string, sent: readonly Sent[]): Promise<Cost> {
  const pool = new Pool(site, { connections: inFlight });
  const cost = await measured(async () => {
    await atOnce(sent, inFlight, async ({ headers, request }) => {
      const { body } = await pool.request({
        path: request.path,
        method: 'GET',
        headers: { ...headers, ...request.headers },
      });
      await body.arrayBuffer();
    });
    return { requests: sent.length, attempts: 0 };
  });
  await pool.close();
  return cost;
}

function perSecond({ requests, wall }: Cost): number {
  return (requests / wall) * 1000;
}

/**
 * A replay matrix of 200 endpoints × 8 viewers, judged, and the same requests sent plainly, by turns against a stub in
 * another process: once where answers are alike, once where each is different. Then 2,000 endpoints, to see whether an
 * attempt costs more when there are many. Prints tables.
 */
async function benchReplay(): Promise<void> {
  const stub = fork(join(import.meta.dirname, 'replay-stub.mjs'), owned, { execArgv: [] });
  try {
    const site = `http://127.0.0.1:${await portOf(stub)}`;
    for (const below of ['alike', 'api'] as const) await compare(site, productAt(site), below);
  } finally {
    stub.kill();
  }
}

function portOf(stub: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    stub.once('message', (port) => resolve(Number(port)));
    stub.once('exit', () => reject(new Error('the stub ended before it was ready')));
  });
}

async function compare(site: string, product: Product, below: Below): Promise<void> {
  await judged(product, 200, below); // what is cold is compiled
  const pairs: { readonly judged: Cost; readonly plain: Cost }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { cost, sent } = await judged(product, 200, below);
    pairs.push({ judged: cost, plain: await plain(site, sent) });
  }
  const many = (await judged(product, 2000, below)).cost;
  print(below, pairs, many);
}

function print(
  below: Below,
  pairs: readonly { readonly judged: Cost; readonly plain: Cost }[],
  many: Cost,
): void {
  const row = (costs: readonly Cost[]) => ({
    'requests/s': Math.round(median(costs.map(perSecond))),
    'CPU µs/request': Math.round(median(costs.map(cpuOfRequest))),
    requests: costs[0]?.requests,
    attempts: costs[0]?.attempts,
  });
  const alike = below === 'alike' ? 'mostly alike' : 'each different';
  console.log(
    `200 endpoints × ${viewers.length} viewers, 2 KB of JSON, ${alike}; medians of ${pairs.length} rounds`,
  );
  const table = { judged: pairs.map((one) => one.judged), 'plain undici': pairs.map((one) => one.plain) };
  console.table({
    judged: row(table.judged),
    'plain undici': row(table['plain undici']),
    'judged, 2,000 endpoints': row([many]),
  });
  const rate = median(pairs.map((one) => perSecond(one.judged) / perSecond(one.plain)));
  const cpu = median(pairs.map((one) => cpuOfRequest(one.plain) / cpuOfRequest(one.judged)));
  const growth = cpuOfRequest(many) / median(table.judged.map(cpuOfRequest));
  console.log(
    `judged reaches ${rate.toFixed(2)} of the plain rate (bar: 0.60), ${cpu.toFixed(2)} by processor time`,
  );
  console.log(
    `among 2,000 endpoints an attempt costs ${growth.toFixed(2)} × the processor time (bar: 1.20)\n`,
  );
}

function cpuOfRequest({ cpu, requests }: Cost): number {
  return (cpu / requests) * 1000;
}

await benchReplay();
