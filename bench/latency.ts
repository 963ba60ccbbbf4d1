import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { once } from 'node:events';
import { Pool } from 'undici';
import { latency, openLoop } from '../src/gates/latency/open-loop';
import type { Sent } from '../src/gates/latency/open-loop';
import { percentiles } from '../src/gates/latency/percentiles';
import type { Percentiles } from '../src/gates/latency/percentiles';
import type { Millis } from '../src/words';

export interface LatencyBench {
  /** As the gate measures: at a fixed rate, from when each request was due. */
  readonly open: Percentiles & { readonly samples: number };
  /** As most load tools measure: the next request waits for the answer to the last. */
  readonly closed: Percentiles & { readonly samples: number };
}

const length: Millis = 12_000;
const stall = { from: 5000, to: 7000 } as const;
const usual: Millis = 10;
const rate = 50;

/**
 * Lets both kinds of loop watch the same server at the same time: it answers in 10 ms, but for 2 s of the 12 s it
 * answers nobody. A person would call that slow; only one of the loops does. Prints a table.
 */
export async function benchLatency(): Promise<LatencyBench> {
  const { server, origin } = await stallingServer();
  const pools = [new Pool(origin, { connections: null }), new Pool(origin, { connections: 1 })] as const;
  try {
    const [open, closed] = await Promise.all([runOpen(pools[0]), runClosed(pools[1])]);
    const result = { open: summary(open), closed: summary(closed) };
    print(result);
    return result;
  } finally {
    await Promise.all(pools.map(async (pool) => pool.close()));
    server.close();
  }
}

async function stallingServer(): Promise<{ readonly server: Server; readonly origin: string }> {
  const start = performance.now();
  const answer: RequestListener = (_, response) => {
    const at = performance.now() - start;
    const wait = at > stall.from && at < stall.to ? stall.to - at : usual;
    setTimeout(() => response.end('ok'), wait);
  };
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return { server, origin: `http://127.0.0.1:${address.port}` };
}

async function runOpen(pool: Pool): Promise<readonly Millis[]> {
  const sendings: Promise<Sent<void>>[] = [];
  await openLoop({
    turns: Array.from({ length: (length / 1000) * rate }),
    rate,
    send: async () => ask(pool),
    take: (sending) => sendings.push(sending),
  });
  return (await Promise.all(sendings)).map(({ timing }) => latency(timing));
}

async function runClosed(pool: Pool): Promise<readonly Millis[]> {
  const latencies: Millis[] = [];
  const end = performance.now() + length;
  for (let sent = performance.now(); sent < end; sent = performance.now()) {
    await ask(pool);
    latencies.push(performance.now() - sent);
  }
  return latencies;
}

async function ask(pool: Pool): Promise<void> {
  const { body } = await pool.request({ path: '/', method: 'GET' });
  await body.text();
}

function summary(latencies: readonly Millis[]): LatencyBench['open'] {
  return { ...percentiles(latencies), samples: latencies.length };
}

function print({ open, closed }: LatencyBench): void {
  console.log(`A server that answers in ${usual} ms and stalls for 2 s of 12 s, as two loops see it (ms)`);
  console.table({ 'open loop, from the due time': open, 'closed loop': closed });
}

await benchLatency();
