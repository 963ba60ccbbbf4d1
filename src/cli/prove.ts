import { Command, InvalidArgumentError } from 'commander';
import { type Catalogue, pick, readCatalogue } from './proving/catalogue';
import { readListed, type Listed } from './proving/listed';
import { defaultJobs, proveFaults, proveLookalikes } from './proving/prove';
import { stopAll } from './proving/run-command';
import type { Proof } from './proving/judge';
import { asLine, asSummary } from './proving/table';

interface Flags {
  readonly lookalikes?: true;
  readonly together?: true;
  readonly all?: true;
  readonly beside: readonly string[];
  readonly jobs: number;
}

const command = new Command('prove')
  .description(
    'Starts the demo with faults, one after the other, and shows that the guarantees catch each of them.',
  )
  .argument('[ids...]', 'faults or look-alikes; without any, all that are known to be caught')
  .option('--lookalikes', 'the ids are look-alikes, which must stay silent')
  .option('--together', 'start the demo with all look-alikes at once')
  .option('--all', 'everything that the demo knows')
  .option(
    '--beside <id>',
    'start each fault beside this look-alike (may be repeated)',
    (id: string, before: readonly string[]) => [...before, id],
    [],
  )
  .option('--jobs <number>', 'runs side by side', asCount, defaultJobs());

process.exitCode = await main();

/** @returns 0 when all was proved, 1 when something was missed, 2 when it could not begin */
async function main(): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, giveUp);
  command.parse();
  try {
    const proofs = await prove(command.args, command.opts<Flags>(), await readCatalogue());
    process.stdout.write(`${asSummary(proofs)}\n`);
    return proofs.length > 0 && proofs.every(({ isProved }) => isProved) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

function prove(ids: readonly string[], flags: Flags, catalogue: Catalogue): Promise<readonly Proof[]> {
  const tell = (proof: Proof) => void process.stdout.write(`${asLine(proof)}\n`);
  const { jobs } = flags;
  if (flags.lookalikes) {
    const wanted = choose(ids, flags, catalogue.lookalikes, () => allLookalikes(readListed()));
    const known = pick(catalogue.lookalikes, wanted, 'look-alike');
    return proveLookalikes(known, { jobs, tell, isTogether: flags.together ?? false });
  }
  const wanted = choose(ids, flags, catalogue.faults, () => allFaults(readListed()));
  const beside = pick(catalogue.lookalikes, flags.beside, 'look-alike').map(({ id }) => id);
  return proveFaults(pick(catalogue.faults, wanted, 'fault'), { jobs, tell, beside });
}

function allFaults({ faults, moreFaults }: Listed): readonly string[] {
  return [...faults, ...moreFaults];
}

function allLookalikes({ lookalikes, moreLookalikes }: Listed): readonly string[] {
  return [...lookalikes, ...moreLookalikes];
}

function choose(
  ids: readonly string[],
  { all }: Flags,
  known: readonly { readonly id: string }[],
  listed: () => readonly string[],
): readonly string[] {
  if (all) return known.map(({ id }) => id);
  return ids.length > 0 ? ids : listed();
}

function asCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('It is a whole number, at least 1.');
}

function giveUp(): void {
  stopAll();
  process.stderr.write('Stopped.\n');
  setTimeout(() => process.exit(130), 1_000);
}
