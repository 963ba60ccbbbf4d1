import { createHash } from 'node:crypto';
import { familyNames, type ChatProbe } from './probe';

/** How many messages a probe takes. */
export function costOf({ says }: ChatProbe): number {
  return says.length;
}

/**
 * A sample of the corpus for so many messages, spread over the families: one of each in turn, most productive family
 * first; in a family the plainest first, then the cheapest, and among equals as the seed decides. The same corpus, budget
 * and seed give the same sample; a larger budget gives the same and more.
 */
export function drawn(
  corpus: readonly ChatProbe[],
  { budget, seed }: { readonly budget: number; readonly seed: string },
): readonly ChatProbe[] {
  const queues = familyNames.map((family) =>
    ordered(
      corpus.filter((probe) => probe.family === family),
      seed,
    ),
  );
  const rounds = Math.max(...queues.map(({ length }) => length));
  const inTurn = Array.from({ length: rounds }, (_, round) =>
    queues.flatMap((queue) => queue.slice(round, round + 1)),
  );
  return affordable(inTurn.flat(), budget);
}

function ordered([plainest, ...others]: readonly ChatProbe[], seed: string): readonly ChatProbe[] {
  if (!plainest) return [];
  const lot = ({ id }: ChatProbe) => createHash('sha256').update(`${seed}\n${id}`).digest('hex');
  const keyed = others.map((probe) => ({ probe, cost: costOf(probe), lot: lot(probe) }));
  const sorted = keyed.toSorted((a, b) => a.cost - b.cost || (a.lot < b.lot ? -1 : 1));
  return [plainest, ...sorted.map(({ probe }) => probe)];
}

/** As many as there is money for, in this order; it ends at the first that is too dear. */
function affordable(probes: readonly ChatProbe[], budget: number): readonly ChatProbe[] {
  let left = budget;
  const tooDear = probes.findIndex((probe) => (left -= costOf(probe)) < 0);
  return tooDear === -1 ? probes : probes.slice(0, tooDear);
}
