import type { Obstacle } from '../../words';

/** What came back for one read. */
export interface ReadAnswer {
  readonly status: number;
  /** Names in lower case; repeated ones joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** An answer, or that none came in time, or why none could come. */
export type Outcome =
  | { readonly is: 'answered'; readonly answer: ReadAnswer }
  | { readonly is: 'late' }
  | { readonly is: 'failed'; readonly code: string };

/**
 * Why an answer's latency says nothing about how fast the owner gets his record; `undefined` when it does. Pure.
 * No answer in time is no obstacle: it is as slow as can be.
 *
 * @param isRight whether the owner's own record is in the answer
 */
export function obstacleOf(outcome: Outcome, isRight: (answer: ReadAnswer) => boolean): Obstacle | undefined {
  if (outcome.is === 'late') return undefined;
  if (outcome.is === 'failed') {
    return { what: 'unexpected-answer', detail: `the connection failed: ${outcome.code}` };
  }
  const { answer } = outcome;
  if (answer.status !== 200)
    return { what: kindOfStatus(answer), detail: `the answer was ${answer.status}, not 200` };
  const cache = sharedCache(answer.headers);
  if (cache !== undefined) {
    return {
      what: 'unexpected-answer',
      detail: `a shared cache answered (${cache}): it may hand the same record to somebody else, and its speed is not the service’s. See the guarantees on caching`,
    };
  }
  if (!isRight(answer)) {
    return { what: 'control-failed', detail: 'the answer was 200 without the owner’s own record in it' };
  }
  return undefined;
}

function kindOfStatus({ status, headers }: ReadAnswer): Obstacle['what'] {
  if (headers['cf-mitigated'] !== undefined) return 'challenge';
  if (status === 429) return 'throttled';
  if (status === 401) return 'not-signed-in';
  return status >= 500 ? 'server-error' : 'unexpected-answer';
}

/** Headers by which caches in front of a site say that they answered, and what they say then. */
const cacheHeaders: Readonly<Record<string, RegExp>> = {
  'cf-cache-status': /^(hit|stale|updating|revalidated)$/i,
  'x-cache': /\b(refresh)?hit\b/i,
  'x-cache-status': /^(hit|stale|updating|revalidated)$/i,
  'x-vercel-cache': /^(hit|stale|prerender)$/i,
  'x-nextjs-cache': /^(hit|stale)$/i,
  // RFC 9211; its last member is the cache nearest to the reader.
  'cache-status': /;\s*hit\b/i,
  // RFC 9111: only caches add an age. Zero may be a fresh answer that passed through.
  age: /^\s*0*[1-9]\d*\s*$/,
};

/** Which header shows that a cache shared by several people answered; `undefined` when none does. Pure. */
export function sharedCache(headers: Readonly<Record<string, string>>): string | undefined {
  const found = Object.entries(cacheHeaders).find(([name, hit]) => hit.test(headers[name] ?? ''));
  return found === undefined ? undefined : `${found[0]}: ${headers[found[0]] ?? ''}`;
}
