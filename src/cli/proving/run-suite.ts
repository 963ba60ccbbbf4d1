import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { reportFolders } from '../../report/folders';
import type { Stage } from '../../report/results';
import { type Outcome, readOutcome } from './outcome';
import { type Ran, runCommand } from './run-command';

/** One run of the suite against a demo of its own. */
export interface SuiteRun {
  /** Names the folder of its reports. */
  readonly name: string;
  readonly stage: Stage;
  /** Folders of `tests/`; none means all of them. */
  readonly folders: readonly string[];
  readonly faults?: readonly string[];
  readonly lookalikes?: readonly string[];
  /** Playwright's workers. */
  readonly workers: number;
  /** So many guarantees that fail are enough; without it all are run. */
  readonly enough?: number;
  /** Only guarantees whose title holds this. */
  readonly only?: string;
  /** Further environment variables. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What came of a run; without an outcome it left no report that can be read. */
export interface SuiteRan extends Ran {
  readonly reports: string;
  readonly outcome: Outcome | undefined;
}

/** Longer than this no run may take, in milliseconds. */
const runLimit = 600_000;

const configs: Readonly<Record<Stage, readonly string[]>> = {
  guarantees: [],
  gates: ['--config', 'gates.config.ts'],
};

/** Runs the suite through Playwright's real command line, with folders of its own for all that it writes. */
export async function runSuite(run: SuiteRun): Promise<SuiteRan> {
  const reports = resolve('.cache', 'prove', run.name);
  rmSync(reports, { recursive: true, force: true });
  const ran = await runCommand(argsOf(run), { env: environmentOf(run, reports), limit: runLimit });
  return { ...ran, reports, outcome: await readReport(reports) };
}

function argsOf({ stage, folders, workers, enough, only }: SuiteRun): string[] {
  return [
    join('node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    ...configs[stage],
    `--workers=${workers}`,
    ...(enough === undefined ? [] : [`--max-failures=${enough}`]),
    ...(only === undefined ? [] : [`--grep=${only}`]),
    ...folders.map((folder) => `tests/${folder}/`),
  ];
}

/** Faults are proved on the demo only: an address or product that `.env` or the shell names must not be visited. */
function environmentOf({ stage, faults, lookalikes, env }: SuiteRun, reports: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    SITE_URL: '',
    PRODUCT: '',
    DEMO_PORT: '0',
    DEMO_FAULTS: faults?.join(',') ?? '',
    DEMO_LOOKALIKES: lookalikes?.join(',') ?? '',
    TRESPASS_REPORTS: reports,
    TRESPASS_STAGE: stage,
    TRESPASS_EXPECT: stage,
    FORCE_COLOR: '0',
    ...env,
  };
}

async function readReport(reports: string): Promise<Outcome | undefined> {
  try {
    return readOutcome(await readFile(reportFolders(reports).acceptanceJson, 'utf8'));
  } catch {
    return undefined; // the run ended before its report: told apart by its exit code and its last words
  }
}
