import { availableParallelism } from 'node:os';
import { atOnce } from '../../attempts/at-once';
import type { Stage } from '../../report/results';
import type { KnownFault, KnownLookalike } from './catalogue';
import { groupsOf, type Group } from './groups';
import { judgeFault, judgeLookalikes, type Proof } from './judge';
import { runSuite } from './run-suite';

export interface ProveOptions {
  /** Runs side by side. */
  readonly jobs: number;
  /** Is told of each as it is done. */
  readonly tell: (proof: Proof) => void;
}

/** A fault shows in many guarantees; when so many have failed, the report has had its chance to name the cause. */
const enough = 6;

/** Side by side by default: half of the cores, and at least two, as a run mostly waits. */
export function defaultJobs(): number {
  return Math.max(2, Math.floor(availableParallelism() / 2));
}

/**
 * Starts the demo with each fault and runs the guarantees that must catch it. What measures time runs after the rest,
 * alone.
 * @param options with `beside`, the look-alikes that every start has, too
 */
export async function proveFaults(
  faults: readonly KnownFault[],
  { beside = [], ...options }: ProveOptions & { readonly beside?: readonly string[] },
): Promise<readonly Proof[]> {
  const proveGroup = async (group: Group): Promise<readonly Proof[]> => {
    const [first, ...others] = group;
    const stage = stageOf(first);
    const name = others.length === 0 ? first.id : `${first.id}-and-${others.length}-more`;
    const ids = group.map(({ id }) => id);
    const workers = stage === 'gates' ? 1 : workersFor(options.jobs);
    const where = { stage, folders: first.caughtBy, faults: ids, lookalikes: beside };
    const ran = await runSuite({ ...where, name, workers, enough });
    return group.map((fault) => judgeFault(fault, ran));
  };
  const together = groupsOf(faults.filter((fault) => stageOf(fault) === 'guarantees'));
  const alone = groupsOf(faults.filter((fault) => stageOf(fault) === 'gates'));
  const proofs = await sideBySide(together, options, proveGroup);
  return [...proofs, ...(await sideBySide(alone, { ...options, jobs: 1 }, proveGroup))];
}

/** Starts the demo with each look-alike, or with all of the same verdict at once, and runs all guarantees. */
export function proveLookalikes(
  lookalikes: readonly KnownLookalike[],
  { isTogether, ...options }: ProveOptions & { readonly isTogether: boolean },
): Promise<readonly Proof[]> {
  return sideBySide(
    isTogether ? byVerdict(lookalikes) : lookalikes.map((one) => [one]),
    options,
    async (group) => {
      const ids = group.map(({ id }) => id);
      const name = isTogether ? `look-alikes-${group[0]?.verdict ?? 'none'}` : ids.join();
      const workers = workersFor(options.jobs);
      const ran = await runSuite({ name, stage: 'guarantees', folders: [], lookalikes: ids, workers });
      return [judgeLookalikes(group, ran)];
    },
  );
}

/** One that makes a run unknown would hide the others. */
function byVerdict(lookalikes: readonly KnownLookalike[]): readonly (readonly KnownLookalike[])[] {
  const held = lookalikes.filter(({ verdict }) => verdict === 'held');
  const unknown = lookalikes.filter(({ verdict }) => verdict === 'unknown');
  return [held, ...unknown.map((one) => [one])].filter((group) => group.length > 0);
}

/** What is slow or heavy is measured by itself; a chat that hangs is noticed by those who ask it. */
function stageOf({ rootCause, caughtBy }: KnownFault): Stage {
  return rootCause === 'gates' && caughtBy.includes('speed') ? 'gates' : 'guarantees';
}

function workersFor(jobs: number): number {
  return Math.max(1, Math.floor((2 * availableParallelism()) / jobs));
}

/** In the order of the things, whatever ends first. */
async function sideBySide<Thing>(
  things: readonly Thing[],
  { jobs, tell }: ProveOptions,
  prove: (thing: Thing) => Promise<readonly Proof[]>,
): Promise<readonly Proof[]> {
  const proofs = await atOnce(things, Math.max(1, jobs), async (thing) => {
    const some = await prove(thing);
    for (const proof of some) tell(proof);
    return some;
  });
  return proofs.flat();
}
