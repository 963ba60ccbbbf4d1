import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { Gate, Millis } from '../../words';
import type { Outcome } from './answer';
import type { Clock } from './clock';
import { measureReads, measureWith } from './measure-reads';
import type { MeasureOptions } from './measure-reads';

/** Time that passes only when everybody waits, and so is the same on every machine. */
function virtualTime(): { readonly clock: Clock; readonly pass: <T>(work: Promise<T>) => Promise<T> } {
  let now: Millis = 0;
  const waiting: { readonly until: Millis; readonly wake: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: async (span) =>
      new Promise<void>((wake) => {
        waiting.push({ until: now + span, wake });
      }),
  };
  const pass = async <T>(work: Promise<T>): Promise<T> => {
    const nothing = Symbol('nothing yet');
    for (;;) {
      // Until everybody has done what can be done without time passing.
      const idle = new Promise<typeof nothing>((resolve) => {
        setImmediate(() => {
          resolve(nothing);
        });
      });
      const result = await Promise.race([work, idle]);
      if (result !== nothing) return result;
      waiting.sort((a, b) => a.until - b.until);
      const next = waiting.shift() ?? expect.fail('everybody waits for nothing');
      now = next.until;
      next.wake();
    }
  };
  return { clock, pass };
}

const right: Outcome = { is: 'answered', answer: { status: 200, headers: {}, text: 'own record' } };
const target = { name: 'GET /own', url: 'http://shop.example/own', headers: { authorization: 'Bearer own' } };
const isRight: MeasureOptions['isRight'] = ({ text }) => text === 'own record';

describe('in a time of our own', () => {
  /** Measures a service that takes `delay(now, nth)` for its nth answer, the first ones that do not count included. */
  async function measure(
    delay: (now: Millis, nth: number) => Millis,
    options: Partial<MeasureOptions> = {},
  ): Promise<Gate & { readonly took: Millis }> {
    const { clock, pass } = virtualTime();
    let nth = 0;
    const send = async (): Promise<Outcome> => {
      nth += 1;
      const wait = delay(clock.now(), nth);
      await clock.sleep(Math.min(wait, 10_000));
      return wait < 10_000 ? right : { is: 'late' };
    };
    const [gate] = await pass(measureWith({ targets: [target], isRight, ...options }, send, clock));
    return { ...(gate ?? expect.fail()), took: clock.now() };
  }

  test('a constant 100 ms service reads as 100 ms, in three windows', async () => {
    const gate = await measure(() => 100);
    expect(gate.verdict).toEqual({ is: 'met', measured: 100, unit: 'ms', limit: 300 });
    expect(gate.figures).toMatchObject({ 'p50 (ms)': 100, 'p99 (ms)': 100, samples: 95, windows: 3 });
    expect(gate.took).toBeLessThan(8000);
  });

  test('a 450 ms service is missed after the fewest reads that can tell', async () => {
    const gate = await measure(() => 450);
    expect(gate.verdict).toEqual({ is: 'missed', measured: 450, unit: 'ms', limit: 300 });
    expect(gate.figures).toMatchObject({ samples: 20, 'over the limit': 20, windows: 1 });
  });

  test('exactly the limit is over it', async () => {
    expect((await measure(() => 300)).verdict.is).toBe('missed');
    expect((await measure(() => 299.9)).verdict.is).toBe('met');
  });

  // Whoever asks between 2 and 4 s waits until it is over, as at a database that takes a lock. The second window begins
  // at about 3.3 s, in the middle of it; the first one ends in it.
  test.each([20, 100])('one stall of 2 s, at %i reads a second, pushes the p95 over 1 s', async (rate) => {
    const gate = await measure((now) => (now > 2000 && now < 4000 ? 4000 - now : 5), {
      rate,
      windowSize: 2 * rate,
    });
    expect(gate.verdict).toMatchObject({ is: 'missed' });
    expect(gate.figures['p95 (ms)']).toBeGreaterThan(1000);
  });

  test('slow answers count even when enough fast ones came before them', async () => {
    // They are due before the last of the fast ones that would do for a verdict, and come long after them.
    const gate = await measure((_, nth) => (nth >= 80 && nth < 90 ? 5000 : 1));
    expect(gate.verdict).toMatchObject({ is: 'missed' });
  });

  test('targets take turns, and one alone is asked no oftener than its own rate', async () => {
    const { clock, pass } = virtualTime();
    const asked: { readonly name: string; readonly at: Millis }[] = [];
    const send = async ({ name }: { readonly name: string }): Promise<Outcome> => {
      asked.push({ name, at: clock.now() });
      await clock.sleep(name === 'slow' ? 290 : 1);
      return right;
    };
    const targets = ['quick', 'slow'].map((name) => ({ ...target, name }));
    const gates = await pass(measureWith({ targets, isRight, rate: 100, rateOfOne: 10 }, send, clock));
    expect(gates.map(({ verdict }) => verdict.is)).toEqual(['met', 'met']);
    const middle = asked.slice(40, 80);
    expect(middle.filter(({ name }, index) => name === middle[index + 1]?.name)).toEqual([]);
    expect((middle.at(-1)?.at ?? 0) - (middle[0]?.at ?? 0)).toBeCloseTo((39 * 1000) / 20);
  });

  test('a tail of one in ten is found, although the median is fast', async () => {
    const gate = await measure((_, nth) => (nth % 10 === 0 ? 350 : 1));
    expect(gate.verdict).toMatchObject({ is: 'missed', measured: 350 });
    expect(gate.figures['p50 (ms)']).toBe(1);
  });

  test('an answer that never comes is slow, not missing', async () => {
    const gate = await measure((_, nth) => (nth < 40 ? 1 : Number.POSITIVE_INFINITY));
    expect(gate.verdict).toMatchObject({ is: 'missed' });
    expect(gate.figures['p95 (ms)']).toBeCloseTo(10_000, 0);
  });

  test('a service between the bounds stays unknown', async () => {
    const gate = await measure((_, nth) => (nth % 29 === 0 ? 350 : 1));
    expect(gate.verdict).toMatchObject({ is: 'unknown', because: { what: 'noise' } });
    expect(gate.figures['samples']).toBe(500);
  });
});

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return `http://127.0.0.1:${address.port}/own`;
}

const answerAfter =
  (milliseconds: number): RequestListener =>
  (request, response) => {
    setTimeout(() => {
      response.statusCode = request.headers.authorization === 'Bearer own' ? 200 : 401;
      response.end('own record');
    }, milliseconds);
  };

describe('against a real server', () => {
  // Here it is about what is sent and what comes back: fast, and with a limit that even a busy machine keeps.
  async function measure(url: string, options: Partial<MeasureOptions> = {}): Promise<readonly Gate[]> {
    return measureReads({
      targets: [{ ...target, url }],
      isRight,
      rate: 100,
      limit: 500,
      apart: 20,
      ...options,
    });
  }

  test('a constant 100 ms server reads as 100 ms', { retry: 3 }, async () => {
    const [gate] = await measure(await serve(answerAfter(100)));
    expect(gate?.figures['p50 (ms)']).toBeGreaterThanOrEqual(99);
    // 102 on a quiet machine; how far a busy one may be off is judged in a time of our own, above.
    expect(gate?.figures['p50 (ms)']).toBeLessThan(150);
  });

  test.each([
    ['throttled', '429', 429, 'own record'],
    ['server-error', '503', 503, 'own record'],
    ['control-failed', 'without', 200, 'somebody else’s record'],
  ] as const)(
    '%s from the 100th answer on is unknown, however fast',
    { retry: 3 },
    async (what, named, status, text) => {
      let count = 0;
      const url = await serve((_, response) => {
        count += 1;
        response.statusCode = count < 100 ? 200 : status;
        response.end(count < 100 ? 'own record' : text);
      });
      const [gate] = await measure(url);
      expect(gate?.verdict).toMatchObject({ is: 'unknown', because: { what } });
      expect(JSON.stringify(gate?.verdict)).toContain(named);
    },
  );

  test(
    'a target that does not answer rightly at first is not measured, and the others are',
    { retry: 3 },
    async () => {
      const url = await serve(answerAfter(1));
      const targets = [
        { ...target, url, headers: {} },
        { ...target, url },
      ];
      const gates = await measure(url, { targets });
      expect(gates[0]).toMatchObject({
        verdict: { because: { what: 'not-signed-in' } },
        figures: { samples: 0 },
      });
    },
  );

  test('a body is sent, and no answer at all is a failed control', { retry: 3 }, async () => {
    const url = await serve((request, response) => {
      if (request.method === 'POST') request.pipe(response);
    });
    const asked = { ...target, url, method: 'POST', body: 'own record' } as const;
    const [posted] = await measure(url, { targets: [asked] });
    // The server says what it was told: measured at all only if that was the body.
    expect(posted?.figures['samples']).toBeGreaterThan(0);
    const [silent] = await measure(url, { patience: 100 });
    expect(silent?.verdict).toMatchObject({ is: 'unknown', because: { what: 'timeout' } });
  });

  test('a server that is not there is unknown', async () => {
    const url = await serve(answerAfter(1));
    for (const close of closers.splice(0)) close();
    await sleep(20);
    const [gate] = await measure(url);
    expect(gate?.verdict).toMatchObject({ is: 'unknown' });
    expect(JSON.stringify(gate?.verdict)).toContain('ECONNREFUSED');
  });
});
