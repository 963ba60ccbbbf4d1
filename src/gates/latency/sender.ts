import { Pool } from 'undici';
import type { Millis } from '../../words';
import type { Outcome } from './answer';

/** One authenticated read. */
export interface ReadTarget {
  /** What the report calls it; holds no identifier of a record. */
  readonly name: string;
  readonly url: string;
  /** Its owner's credentials. */
  readonly headers: Readonly<Record<string, string>>;
  /** GET when left out. */
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
}

/** Sends reads; never rejects. */
export interface Sender {
  readonly send: (target: ReadTarget) => Promise<Outcome>;
  /** Ends what is still under way. */
  readonly close: () => Promise<void>;
}

/**
 * Sends through undici, over as many connections as it takes: a reader who waits for one of ours would be our doing.
 *
 * @param patience for how long an answer, its body included, is waited for
 */
export function createSender(patience: Millis): Sender {
  const pools = new Map<string, Pool>();
  const poolOf = (origin: string): Pool => {
    const pool = pools.get(origin) ?? new Pool(origin, { connections: null, pipelining: 1 });
    pools.set(origin, pool);
    return pool;
  };
  return {
    send: async (target) => sendOne(poolOf(new URL(target.url).origin), target, patience),
    close: async () => {
      await Promise.all([...pools.values()].map(async (pool) => pool.destroy()));
    },
  };
}

async function sendOne(pool: Pool, target: ReadTarget, patience: Millis): Promise<Outcome> {
  const { pathname, search } = new URL(target.url);
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await pool.request({
      path: `${pathname}${search}`,
      method: target.method ?? 'GET',
      headers: { ...target.headers },
      body: target.body ?? null,
      signal,
    });
    const text = await response.body.text();
    return { is: 'answered', answer: { status: response.statusCode, headers: flat(response.headers), text } };
  } catch (error) {
    return signal.aborted ? { is: 'late' } : { is: 'failed', code: codeOf(error) };
  }
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flattened: Record<string, string> = {};
  for (const [name, value = ''] of Object.entries(headers)) {
    flattened[name.toLowerCase()] = typeof value === 'string' ? value : value.join(', ');
  }
  return flattened;
}

/** A code such as ECONNREFUSED: messages of connections may quote what was sent. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
