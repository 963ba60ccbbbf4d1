import { z } from 'zod';
import { rootCauses } from '../../words';
import { runCommand } from './run-command';

const causes = [...rootCauses, 'gates'] as const;

const fault = z.object({
  id: z.string(),
  rootCause: z.enum(causes),
  sentence: z.string(),
  caughtBy: z.array(z.string()).min(1),
  shownIn: z.object({ channel: z.string(), at: z.string().exactOptional() }).exactOptional(),
});

const lookalike = z.object({
  id: z.string(),
  resembles: z.enum(causes),
  sentence: z.string(),
  verdict: z.enum(['held', 'unknown']),
  hints: z.number().exactOptional(),
});

const catalogue = z.object({ faults: z.array(fault), lookalikes: z.array(lookalike) });

/** A defect that the demo can be started with; `caughtBy` are folders of `tests/`, `shownIn` its one place. */
export type KnownFault = z.infer<typeof fault>;

/** Something safe that the demo can be started with; `verdict` is what a run must say of it, and `hints` how many names are worth a look. */
export type KnownLookalike = z.infer<typeof lookalike>;

/** All that the demo can be started with. */
export type Catalogue = z.infer<typeof catalogue>;

/** How long the demo may take to tell, in milliseconds. */
const limit = 60_000;

/**
 * Asks the demo what it can be started with: through its command line, like anybody else.
 * @throws when it does not answer, or not in the expected form
 */
export async function readCatalogue(): Promise<Catalogue> {
  const ran = await runCommand(['--import', 'tsx', 'demo/main.ts', '--list', '--json'], { limit });
  if (ran.code !== 0) throw new Error(`The demo could not tell its catalogue:\n${ran.stderr.trim()}`);
  const told: unknown = JSON.parse(ran.stdout);
  return catalogue.parse(told);
}

/**
 * Picks by id, in the order of the ids.
 * @throws when one is not known; the message lists the valid ones
 */
export function pick<Known extends { readonly id: string }>(
  known: readonly Known[],
  ids: readonly string[],
  what: 'fault' | 'look-alike',
): readonly Known[] {
  const unknown = ids.filter((id) => !known.some((one) => one.id === id));
  if (unknown.length > 0) {
    const valid = known.map(({ id }) => id).toSorted();
    throw new Error(`No such ${what}: ${unknown.join(', ')}. Valid are:\n  ${valid.join('\n  ')}`);
  }
  return ids.flatMap((id) => known.filter((one) => one.id === id));
}
