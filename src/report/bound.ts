/**
 * The most that a rate can be, at a confidence, when so many of so many trials had it: Clopper and Pearson's exact upper
 * limit of a binomial proportion (Biometrika 26, 1934), one-sided. With none of n it is 1 - 0.05^(1/n) at 95 %, of which
 * "three in n" is the rule of thumb.
 *
 * @param confidence between 0 and 1
 * @returns between 0 and 1; 1 where nothing was tried
 */
export function upperBound(hits: number, trials: number, confidence = 0.95): number {
  if (hits >= trials) return 1;
  let [low, high] = [hits / trials, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (atMost(hits, trials, middle) > 1 - confidence) low = middle;
    else high = middle;
  }
  return high;
}

/** How likely so few or fewer hits are, at this rate; summed from logarithms, for the terms themselves are too small. */
function atMost(hits: number, trials: number, rate: number): number {
  if (rate >= 1) return 0;
  let logTerm = trials * Math.log1p(-rate);
  let sum = Math.exp(logTerm);
  for (let k = 1; k <= hits; k += 1) {
    logTerm += Math.log((trials - k + 1) / k) + Math.log(rate) - Math.log1p(-rate);
    sum += Math.exp(logTerm);
  }
  return sum;
}

/** A bound in per cent, rounded up: what is said is never better than what was shown. */
export function inPercent(bound: number): string {
  const percent = bound * 100;
  const digits = percent < 1 ? 2 : percent < 10 ? 1 : 0;
  const factor = 10 ** digits;
  return `${Number((Math.ceil(percent * factor - 1e-9) / factor).toFixed(digits))} %`;
}
