import type { Millis, Obstacle } from '../../words';
import { decideShare } from './decide';
import type { Decision } from './decide';

/** One read that has come back. */
export interface Sample {
  readonly latency: Millis;
  /** How much later than due it was sent: our own delay, not the service's. */
  readonly lag: Millis;
  /** In which window, from 0, it was sent. */
  readonly window: number;
  /** Set when its latency says nothing. */
  readonly obstacle?: Obstacle;
}

/** What the reads of one target have come to. */
export interface Tally {
  /** In the order in which they were due, up to the one that decided. */
  readonly samples: readonly Sample[];
  readonly over: number;
  readonly decision: Decision;
  readonly obstacle?: Obstacle;
}

export const emptyTally: Tally = { samples: [], over: 0, decision: 'more' };

/** So much of our own delay, in more than one of twenty reads, can make a good service look slow. */
const mostLag: Millis = 30;

/**
 * Counts one more read. What was decided stays decided. Pure.
 *
 * @param limits.limit at this latency and above, a read is over
 * @param limits.windows a service is met only when seen in so many windows: one lucky moment proves nothing
 */
export function addSample(
  tally: Tally,
  sample: Sample,
  limits: { readonly limit: Millis; readonly windows: number },
): Tally {
  if (isSettled(tally)) return tally;
  const samples = [...tally.samples, sample];
  if (sample.obstacle !== undefined) return { ...tally, samples, obstacle: sample.obstacle };
  const over = tally.over + (sample.latency >= limits.limit ? 1 : 0);
  const decision = decideShare({ samples: samples.length, over });
  const seenIn = new Set(samples.map(({ window }) => window)).size;
  return { samples, over, decision: decision === 'met' && seenIn < limits.windows ? 'more' : decision };
}

/** Whether more reads would change nothing. */
export function isSettled(tally: Tally): boolean {
  return tally.decision !== 'more' || tally.obstacle !== undefined;
}

/** Whether we ourselves were too late too often for a miss to be the service's fault. Pure. */
export function weWereLate({ samples }: Tally): boolean {
  const late = samples.filter(({ lag }) => lag > mostLag).length;
  return late > samples.length / 20;
}
