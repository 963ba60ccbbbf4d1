import { Command, InvalidArgumentError } from 'commander';
import type { StartOptions } from './start';

interface Flags {
  readonly fault: readonly string[];
  readonly lookalike: readonly string[];
  readonly port: number;
  readonly list?: true;
  readonly json?: true;
  readonly prepare?: true;
}

function gathered(value: string, before: readonly string[]): readonly string[] {
  return [...before, ...value.split(',').filter((id) => id !== '')];
}

function portOf(value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError(`'${value}' is no port: a whole number from 0 to 65535.`);
}

function flagsOf(): Flags {
  const from = (name: string) => gathered(process.env[name] ?? '', []);
  return new Command('npm run demo --')
    .description('Starts the demo product. Everything in it is made up.')
    .option('--fault <id>', 'start with this fault (may be repeated)', gathered, from('DEMO_FAULTS'))
    .option(
      '--lookalike <id>',
      'start with this look-alike (may be repeated)',
      gathered,
      from('DEMO_LOOKALIKES'),
    )
    .option('--port <number>', '0 for any', portOf, portOf(process.env['DEMO_PORT'] ?? '0'))
    .option('--list', 'say what there is to start with')
    .option('--json', 'with --list: as JSON')
    .option('--prepare', 'only make its database, so that later starts are quick')
    .parse()
    .opts<Flags>();
}

async function list(json: boolean): Promise<void> {
  const { catalogue } = await import('./catalogue');
  const { faults, lookalikes } = await catalogue();
  if (json) {
    const known = {
      faults: faults.map(({ id, rootCause, sentence, caughtBy, shownIn }) => ({
        id,
        rootCause,
        sentence,
        caughtBy,
        shownIn,
      })),
      lookalikes: lookalikes.map(({ id, resembles, sentence, caughtBy, verdict, hints }) => ({
        id,
        resembles,
        sentence,
        caughtBy,
        verdict,
        hints,
      })),
    };
    console.log(JSON.stringify(known, null, 2));
    return;
  }
  const lines = [
    'Faults',
    ...faults.map(({ id, rootCause, sentence }) => `  ${id.padEnd(32)} ${rootCause.padEnd(24)} ${sentence}`),
    'Look-alikes (safe)',
    ...lookalikes.map(
      ({ id, resembles, sentence }) => `  ${id.padEnd(32)} ${resembles.padEnd(24)} ${sentence}`,
    ),
  ];
  console.log(lines.join('\n'));
}

async function prepare(): Promise<void> {
  const { openDatabase } = await import('./database/open');
  const database = await openDatabase();
  await database.close();
}

async function serve(options: StartOptions): Promise<void> {
  const { start } = await import('./start');
  const demo = await start(options);
  const stop = () => void demo.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  console.log(`Demo listening on ${demo.url}`);
}

try {
  const flags = flagsOf();
  const { fault: faults, lookalike: lookalikes, port } = flags;
  if (flags.list) await list(flags.json ?? false);
  else await (flags.prepare ? prepare() : serve({ faults, lookalikes, port }));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
