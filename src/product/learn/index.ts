import * as z from 'zod';
import { configError, configFile } from '../config-error';
import type { Product } from '../types';
import { learn } from './learn';
import type { Learned } from './share';

/** Workers inherit it from the runner: what was learned is learned once in a run, and is written to no file. */
const variable = 'TRESPASS_LEARNED';

/** What one variable of the environment can hold (Linux: 128 kB), less what it takes to name it. */
const most = 120_000;

const learned: z.ZodType<Learned> = z.object({
  records: z.array(
    z.object({
      owner: z.string(),
      kind: z.string(),
      id: z.string().exactOptional(),
      fields: z.record(z.string(), z.string()),
    }),
  ),
  overlaps: z.array(
    z.object({ kind: z.string(), field: z.string(), owners: z.array(z.string()), at: z.array(z.string()) }),
  ),
});

/**
 * The same product, with what its accounts were seen to own besides the records that its config lists.
 *
 * @throws {ConfigError} when no address is known yet: what is only started for the run cannot be learned from
 * @throws {NotSignedIn} when an account cannot be signed in
 */
export async function withLearnedRecords(
  product: Product,
  env: Record<string, string | undefined> = process.env,
): Promise<Product> {
  const { records, overlaps } = await learnedOnce(product, env);
  return Object.defineProperties(product, {
    records: { value: [...product.records, ...records], enumerable: true },
    overlaps: { value: overlaps, enumerable: true },
  });
}

async function learnedOnce(product: Product, env: Record<string, string | undefined>): Promise<Learned> {
  const known = env[variable];
  if (known) return learned.parse(JSON.parse(known));
  const found = await learn(product);
  const text = JSON.stringify(found);
  if (text.length > most) throw tooMuch(found.records.length);
  env[variable] = text;
  return found;
}

function tooMuch(count: number): Error {
  return configError(configFile(), [
    {
      at: 'learn',
      seen: `the accounts are shown ${count} records, more than can be kept in memory for a run`,
      next: 'use accounts with a few records each, or list some of them under records',
    },
  ]);
}
