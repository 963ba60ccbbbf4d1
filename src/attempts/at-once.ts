/**
 * Does things with so many under way at any moment, each begun as soon as there is room.
 *
 * @returns what came of each, in the order of the things
 */
export async function atOnce<Thing, Result>(
  things: readonly Thing[],
  underWay: number,
  run: (thing: Thing) => Promise<Result>,
): Promise<readonly Result[]> {
  const waiting = [...things.entries()];
  const results: [number, Result][] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, thing] = next;
      results.push([index, await run(thing)]);
    }
  };
  await Promise.all(Array.from({ length: underWay }, work));
  return results.toSorted(([a], [b]) => a - b).map(([, result]) => result);
}
