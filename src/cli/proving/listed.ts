import { readFileSync } from 'node:fs';
import { z } from 'zod';

const listed = z.object({
  faults: z.array(z.string()),
  moreFaults: z.array(z.string()),
  lookalikes: z.array(z.string()),
  moreLookalikes: z.array(z.string()),
});

/**
 * Which faults and look-alikes are proved: ids of the demo, kept as data beside the self-tests. `npm test` proves
 * `faults`, some of each of the ten root causes, and `lookalikes`; `npm run prove` without ids proves `moreFaults`
 * (with `--lookalikes`, `moreLookalikes`), too, which takes more than twice as long.
 */
export type Listed = z.infer<typeof listed>;

/**
 * Reads `selftest/proved.json` of the current folder.
 * @throws when it is not there or not of that form
 */
export function readListed(): Listed {
  const told: unknown = JSON.parse(readFileSync('selftest/proved.json', 'utf8'));
  return listed.parse(told);
}
