/** Milliseconds between two looks. */
const interval = 150;

/** A moment's rest between two looks. */
export function pause(ms = interval): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Looks again and again until there is something to see.
 *
 * @param until milliseconds since the epoch; one look is always taken
 */
export async function waitFor<T>(look: () => T | Promise<T>, until: number): Promise<T | undefined> {
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() >= until) return undefined;
    await pause();
  }
}
