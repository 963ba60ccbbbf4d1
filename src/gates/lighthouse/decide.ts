/** What a sequence of performance scores has decided so far. `measured` is a score, 0 to 100. */
export type Decision = { readonly is: 'met' | 'missed'; readonly measured: number } | { readonly is: 'more' };

/** So far above the limit that noise, which only lowers a score, cannot have made it. */
const clearlyAbove = 4;
/** So far below the limit that two of them are no accident. */
const clearlyBelow = 6;

/**
 * Decides about a page from its performance scores, in the order in which they were measured: one clear pass
 * passes, two clear misses miss, and between them the first to three of five wins. That errs as often as a
 * median of five does and mostly needs one run. Pure.
 *
 * @param scores 0 to 100, only of runs during which the machine was quiet
 * @param min the score that has to be exceeded
 */
export function decidePerformance(scores: readonly number[], min: number): Decision {
  const seen: number[] = [];
  for (const score of scores) {
    seen.push(score);
    const decision = decideNow(seen, score, min);
    if (decision.is !== 'more') return decision;
  }
  return { is: 'more' };
}

function decideNow(seen: readonly number[], latest: number, min: number): Decision {
  if (latest >= min + clearlyAbove) return { is: 'met', measured: latest };
  const above = seen.filter((score) => score > min).length;
  const farBelow = seen.filter((score) => score <= min - clearlyBelow).length;
  if (farBelow >= 2) return { is: 'missed', measured: median(seen) };
  if (above >= 3) return { is: 'met', measured: median(seen) };
  if (seen.length - above >= 3) return { is: 'missed', measured: median(seen) };
  return { is: 'more' };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
