/** What reading one body may cost. */
export interface Limits {
  /** Longest text that is read in full, in characters. */
  readonly characters: number;
  /** All texts made from it together, in characters, beyond ten times its own length. */
  readonly derived: number;
  /** Milliseconds. */
  readonly time: number;
  /** How often something packed may have been packed again. */
  readonly depth: number;
}

export const usualLimits: Limits = { characters: 16_000_000, derived: 4_000_000, time: 20_000, depth: 3 };

/** Counts down while one body is read. */
export interface Budget {
  /** Takes a text on; false when that is too much, or the time is up. */
  readonly take: (characters: number) => boolean;
  /** Why it ended, if it did. */
  readonly over: () => string | null;
}

/** Starts the clock for a body of `length` characters. */
export function createBudget(length: number, limits: Limits): Budget {
  const end = performance.now() + limits.time;
  let left = limits.derived + length * 10;
  let why: string | null = null;
  return {
    take(characters) {
      left -= characters;
      if (left < 0) why ??= 'unfolds into too much text';
      else if (performance.now() > end) why ??= `takes longer than ${limits.time / 1000} s to read`;
      return why === null;
    },
    over: () => why,
  };
}
