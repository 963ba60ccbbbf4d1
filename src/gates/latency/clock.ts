import { setTimeout as wait } from 'node:timers/promises';
import type { Millis } from '../../words';

/** What time it is, and waiting. */
export interface Clock {
  readonly now: () => Millis;
  readonly sleep: (span: Millis) => Promise<void>;
}

/** Monotonic: not moved by whoever sets the machine's time. */
export const realClock: Clock = {
  now: () => performance.now(),
  sleep: async (span) => wait(span),
};
