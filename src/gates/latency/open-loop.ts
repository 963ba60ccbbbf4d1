import type { Millis } from '../../words';
import { realClock } from './clock';
import type { Clock } from './clock';

/** When something was due, was really sent, and was answered; all by the same clock. */
export interface Timing {
  readonly due: Millis;
  readonly sent: Millis;
  readonly done: Millis;
}

/** What came of one sending. */
export interface Sent<T> {
  readonly answer: T;
  readonly timing: Timing;
}

/**
 * Sends at a fixed rate whether or not earlier answers have come, as independent users do. A loop that waits for
 * each answer would send nothing while the server stalls, and so never notice: latency is counted from the moment
 * at which the request was *due*.
 *
 * @param options.turns what to send, one after the other
 * @param options.rate per second
 * @param options.send sends one; must not reject
 * @param options.take is handed each sending as it starts, in the order in which they are due
 * @param options.skip asked before each sending; where it says so its turn passes, and the others keep theirs
 * @returns when the last one was sent; answers may still be pending
 */
export async function openLoop<T, Turn>(options: {
  readonly turns: readonly Turn[];
  readonly rate: number;
  readonly send: (turn: Turn) => Promise<T>;
  readonly take: (sending: Promise<Sent<T>>, turn: Turn) => void;
  readonly skip?: (turn: Turn) => boolean;
  readonly clock?: Clock;
}): Promise<void> {
  const clock = options.clock ?? realClock;
  const start = clock.now();
  for (const [index, turn] of options.turns.entries()) {
    if (options.skip?.(turn) === true) continue;
    const due = start + (index * 1000) / options.rate;
    await until(due, clock);
    options.take(
      sendOne(due, () => options.send(turn), clock),
      turn,
    );
  }
}

/** How long the asker waited: what a person in front of the page would have felt. */
export function latency({ due, done }: Timing): Millis {
  return done - due;
}

async function sendOne<T>(due: Millis, send: () => Promise<T>, clock: Clock): Promise<Sent<T>> {
  const sent = clock.now();
  const answer = await send();
  return { answer, timing: { due, sent, done: clock.now() } };
}

/** Timers may fire up to a millisecond early. */
async function until(due: Millis, clock: Clock): Promise<void> {
  for (let left = due - clock.now(); left > 0; left = due - clock.now()) {
    await clock.sleep(left);
  }
}
