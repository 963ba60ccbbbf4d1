import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { reportFolders } from '../../report/folders';

const inventory = z.object({
  sensitive: z.array(z.object({ recordedAs: z.array(z.string()), notTried: z.string().optional() })),
});

/**
 * How many endpoints of the last run's inventory are tried by others, by who walked; `undefined` without an inventory.
 * What was recorded by several is counted for each of them.
 */
export function recordedEndpoints(
  file = reportFolders().inventoryJson,
): Readonly<Record<string, number>> | undefined {
  if (!existsSync(file)) return undefined;
  const read = inventory.safeParse(jsonOf(file));
  if (!read.success) return undefined;
  const counts: Record<string, number> = {};
  const tried = read.data.sensitive.filter(({ notTried }) => notTried === undefined);
  for (const name of tried.flatMap(({ recordedAs }) => recordedAs)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}
