/** What a sequence of reads has decided so far. */
export type Decision = 'met' | 'missed' | 'more';

/** A service whose 95th percentile lies exactly on the limit is over it this often ... */
const tooOften = 0.05;
/** ... and one that is clearly good enough no oftener than this. */
const seldom = 0.02;
/** In one of twenty cases it may be wrong, either way. */
const error = 0.05;

const enough = Math.log((1 - error) / error);
const perOver = Math.log(tooOften / seldom);
const perUnder = Math.log((1 - tooOften) / (1 - seldom));

/** A 95th percentile of fewer samples is their maximum. */
const fewest = 20;

/**
 * Decides whether reads stay under a limit in 95 % of cases, by Wald's sequential probability ratio test of "over the
 * limit in 5 %" against "in 2 %". Healthy services are met after about 95 to 140 samples, bad ones missed after 20 to
 * 75; one that is over in about 3.5 % of cases may not be decided for long. Pure.
 *
 * A miss has to show in the samples themselves too: with more than 5 % of them over, their 95th percentile is over
 * the limit, and the verdict never contradicts the figure beside it.
 */
export function decideShare({
  samples,
  over,
}: {
  readonly samples: number;
  readonly over: number;
}): Decision {
  if (samples < fewest) return 'more';
  const evidence = over * perOver + (samples - over) * perUnder;
  if (evidence <= -enough) return 'met';
  return evidence >= enough && over / samples > tooOften ? 'missed' : 'more';
}
