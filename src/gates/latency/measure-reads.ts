import type { Gate, Millis, Obstacle } from '../../words';
import { obstacleOf } from './answer';
import type { Outcome, ReadAnswer } from './answer';
import { realClock } from './clock';
import type { Clock } from './clock';
import { latency, openLoop } from './open-loop';
import type { Sent } from './open-loop';
import { percentiles } from './percentiles';
import { createSender } from './sender';
import type { ReadTarget, Sender } from './sender';
import { addSample, emptyTally, isSettled, weWereLate } from './tally';
import type { Sample, Tally } from './tally';

export type { ReadTarget };

export interface MeasureOptions {
  readonly targets: readonly ReadTarget[];
  /** Whether the owner's own record is in the answer. Asked of every answer. */
  readonly isRight: (answer: ReadAnswer, target: ReadTarget) => boolean;
  /** 95 of 100 reads have to be faster than this; 300 ms when left out. */
  readonly limit?: Millis;
  /** Requests per second, all targets together; 20 when left out. */
  readonly rate?: number;
  /** At most so many a second of one target; the whole rate when left out. */
  readonly rateOfOne?: number;
  /** At most so many reads of one target; 500 when left out. */
  readonly maxSamples?: number;
  /** Reads of each target within one window, in which the targets take turns; 40 when left out. */
  readonly windowSize?: number;
  /** In so many windows a target has to be seen before it is met; 3 when left out. */
  readonly windows?: number;
  /** From the beginning of one round of windows to that of the next at least, so that they do not all see the same moment; 3 s when left out. */
  readonly apart?: Millis;
  /** An answer that takes longer is not waited for, and is over the limit; 10 s when left out. */
  readonly patience?: Millis;
}

type Plan = Required<MeasureOptions> & { readonly send: Sender['send']; readonly clock: Clock };

/** A target while it is measured; `tally` grows as answers come in. */
interface Course {
  readonly target: ReadTarget;
  /** Reads sent so far, the uncounted first ones aside. */
  sent: number;
  tally: Tally;
  /** Done when every answer so far is counted, in the order in which they were due: the fast ones must not decide before the slow ones. */
  counted: Promise<void>;
}

/**
 * Measures whether the 95th percentile of each authenticated read stays under a limit, as independent users would feel
 * it: an open loop at a fixed rate with latency from the due time, a sequential decision, spread over several windows,
 * every body checked. Connections are opened before anything is counted, so a handshake is not part of it.
 *
 * Takes about 100 to 140 requests for each healthy target: 5 to 7 s each at 20 a second.
 *
 * @returns one gate per target, in their order. Unknown, naming why, on the first answer that is not the owner's own
 *   record with status 200, when a shared cache answered, when neither bound was reached, or when this machine was
 *   itself too busy to send on time
 */
export async function measureReads(options: MeasureOptions): Promise<readonly Gate[]> {
  const plan = planOf(options);
  const sender = createSender(plan.patience);
  try {
    return await measureWith(plan, sender.send, realClock);
  } finally {
    // What is still under way belongs to targets that are decided.
    await sender.close();
  }
}

/** Like `measureReads`, with somebody else's sender and clock. */
export async function measureWith(
  options: MeasureOptions,
  send: Sender['send'],
  clock: Clock,
): Promise<readonly Gate[]> {
  const plan = { ...planOf(options), send, clock };
  const courses = plan.targets.map((target): Course => ({
    target,
    sent: 0,
    tally: emptyTally,
    counted: Promise.resolve(),
  }));
  await warmUp(courses, plan);
  await runRounds(courses, plan);
  return courses.map(({ target, tally }) => gateOf(target, tally, plan));
}

function planOf(options: MeasureOptions): Required<MeasureOptions> {
  const defaults = {
    limit: 300,
    rate: 20,
    maxSamples: 500,
    windowSize: 40,
    windows: 3,
    apart: 3000,
    patience: 10_000,
  };
  return { ...defaults, rateOfOne: options.rate ?? defaults.rate, ...options };
}

/**
 * Tries each target before anything is counted, and opens as many connections to each origin as a healthy service
 * needs at this rate. A target that does not answer rightly now is not measured.
 */
async function warmUp(courses: readonly Course[], plan: Plan): Promise<void> {
  const warm = new Set<string>();
  for (const course of courses) {
    const { origin } = new URL(course.target.url);
    const count = warm.has(origin) ? 1 : Math.ceil((plan.rate * plan.limit) / 1000) + 1;
    warm.add(origin);
    const outcomes = await Promise.all(Array.from({ length: count }, async () => plan.send(course.target)));
    const obstacle = outcomes.map((outcome) => firstObstacle(outcome, course, plan)).find(Boolean);
    if (obstacle !== undefined) course.tally = { ...course.tally, obstacle };
    // As many as the rate allows, and no more.
    await plan.clock.sleep((count * 1000) / plan.rate);
  }
}

function firstObstacle(outcome: Outcome, course: Course, plan: Plan): Obstacle | undefined {
  if (outcome.is === 'late') return { what: 'timeout', detail: `no answer within ${plan.patience} ms` };
  return obstacleOf(outcome, (answer) => plan.isRight(answer, course.target));
}

async function runRounds(courses: readonly Course[], plan: Plan): Promise<void> {
  let next = plan.clock.now();
  for (let window = 0; ; window += 1) {
    const unsettled = courses.filter(({ tally }) => !isSettled(tally));
    const open = unsettled.filter(({ sent }) => sent < plan.maxSamples);
    if (open.length === 0) {
      await Promise.all(unsettled.map(async ({ counted }) => counted));
      return;
    }
    await plan.clock.sleep(Math.max(0, next - plan.clock.now()));
    next = plan.clock.now() + plan.apart;
    await runWindow(open, window, plan);
  }
}

/**
 * Sends one window of every target on schedule, and does not wait for its answers: a stall at its end must reach the
 * next one. The targets take turns, as independent users would: forty slow reads in a row measure their own queue.
 */
async function runWindow(open: readonly Course[], window: number, plan: Plan): Promise<void> {
  await openLoop({
    turns: Array.from({ length: plan.windowSize }, () => open).flat(),
    rate: Math.min(plan.rate, plan.rateOfOne * open.length),
    skip: ({ tally, sent }) => isSettled(tally) || sent >= plan.maxSamples,
    send: async ({ target }) => plan.send(target),
    clock: plan.clock,
    take: (sending, course) => {
      course.sent += 1;
      course.counted = course.counted.then(async () => addAnswer(course, sending, window, plan));
    },
  });
}

async function addAnswer(
  course: Course,
  sending: Promise<Sent<Outcome>>,
  window: number,
  plan: Plan,
): Promise<void> {
  if (isSettled(course.tally)) return;
  course.tally = addSample(course.tally, sampleOf(await sending, course, window, plan), plan);
}

function sampleOf({ answer, timing }: Sent<Outcome>, course: Course, window: number, plan: Plan): Sample {
  const obstacle = obstacleOf(answer, (right) => plan.isRight(right, course.target));
  const sample = { latency: latency(timing), lag: timing.sent - timing.due, window };
  return obstacle === undefined ? sample : { ...sample, obstacle };
}

function gateOf(target: ReadTarget, tally: Tally, plan: Plan): Gate {
  const { p50, p95, p99 } = percentiles(tally.samples.map((sample) => sample.latency));
  const measured = tally.samples.length > 0 ? { 'p50 (ms)': p50, 'p95 (ms)': p95, 'p99 (ms)': p99 } : {};
  return {
    gate: 'p95 of authenticated reads',
    subject: target.name,
    verdict: verdictOf(tally, p95, plan),
    figures: {
      ...measured,
      samples: tally.samples.length,
      'over the limit': tally.over,
      'rate (per second)': plan.rate,
      windows: new Set(tally.samples.map(({ window }) => window)).size,
    },
  };
}

function verdictOf(tally: Tally, p95: Millis, plan: Plan): Gate['verdict'] {
  if (tally.obstacle !== undefined) return { is: 'unknown', because: tally.obstacle };
  if (tally.decision === 'more') return { is: 'unknown', because: undecided(tally, plan) };
  if (tally.decision === 'missed' && weWereLate(tally)) return { is: 'unknown', because: tooBusy };
  return { is: tally.decision, measured: p95, unit: 'ms', limit: plan.limit };
}

const tooBusy: Obstacle = {
  what: 'noise',
  detail:
    'this machine was too busy to send on time, so slow answers may be its own doing. Run this again with nothing else running',
};

function undecided({ samples, over }: Tally, { limit }: Plan): Obstacle {
  return {
    what: 'noise',
    detail: `${over} of ${samples.length} reads took ${limit} ms or longer: too many to call it met, too few to call it missed`,
  };
}
