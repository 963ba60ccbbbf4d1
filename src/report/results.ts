import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { factsSchema } from './facts-schema';

/** The guarantees, and the measurements that want the machine for themselves: each is a run of its own. */
export const stages = ['guarantees', 'gates'] as const;
export type Stage = (typeof stages)[number];

const testRecord = z.object({
  /** Path from the folder of the configuration. */
  file: z.string(),
  line: z.number(),
  /** The groups and the title itself. */
  titlePath: z.array(z.string()),
  project: z.string(),
  /** `chatbot`, `records`, ...: the folder that says what the spec is about; `null` outside of all of them. */
  folder: z.string().nullable(),
  outcome: z.enum(['passed', 'failed', 'timed-out', 'interrupted', 'skipped', 'not-run', 'not-applicable']),
  /** First line of the error, or why it was skipped. */
  reason: z.string().exactOptional(),
  durationMs: z.number(),
  /** Of every time it was run; `null` where it left none or none that can be read. */
  facts: z.array(factsSchema.nullable()),
  /** Says of itself that it shows no personas anything, so that there is nothing to watch. */
  unwatched: z.boolean(),
});

const stageResults = z.object({
  schemaVersion: z.literal(1),
  stage: z.enum(stages),
  /** `running` is also what a run leaves that was killed. */
  ended: z.enum(['running', 'passed', 'failed', 'timedout', 'interrupted']),
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  product: z.string(),
  /** Kinds of records that the product's configuration lists. */
  kinds: z.array(z.string()),
  /** Who the suite says will visit; empty where it does not say. */
  personas: z.array(z.string()),
  /** Name of the configuration, for the command that repeats a test; `null` is Playwright's own default. */
  config: z.string().nullable(),
  tests: z.array(testRecord),
  /** What went wrong with the run or the reporting itself: sentences, each of which makes the result unknown. */
  problems: z.array(z.string()),
  /** Worth knowing, changing nothing. */
  notes: z.array(z.string()),
  /** What the configuration says need not be tried. */
  excused: z.array(z.object({ is: z.enum(['waived', 'without']), what: z.string(), why: z.string() })),
});

/** One test of one run. */
export type TestRecord = z.infer<typeof testRecord>;

/** What one stage of a run left: `reports/results/<stage>.json`. */
export type StageResults = z.infer<typeof stageResults>;

/**
 * Writes a stage's results.
 * @param folder `reports/results`
 */
export function writeResults(folder: string, results: StageResults): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(folder, results.stage), `${JSON.stringify(results, null, 2)}\n`);
}

/**
 * Reads what the stages left, in their order. A file that cannot be understood counts as a stage that went wrong.
 * @param folder `reports/results`
 */
export function readResults(folder: string): readonly StageResults[] {
  return stages.filter((stage) => existsSync(fileOf(folder, stage))).map((stage) => readStage(folder, stage));
}

/** Removes what former runs left; the guarantees come first, and begin a new whole. */
export function clearResults(folder: string, stage: Stage): void {
  const stale = stage === 'guarantees' ? stages : [stage];
  for (const name of stale) rmSync(fileOf(folder, name), { force: true });
}

/** Adds problems to a stage's results, also where the results themselves are gone. */
export function addProblems(folder: string, stage: Stage, problems: readonly string[]): void {
  if (problems.length === 0) return;
  const before = existsSync(fileOf(folder, stage)) ? readStage(folder, stage) : emptyResults(stage);
  writeResults(folder, { ...before, problems: [...new Set([...before.problems, ...problems])] });
}

function readStage(folder: string, stage: Stage): StageResults {
  try {
    const read: unknown = JSON.parse(readFileSync(fileOf(folder, stage), 'utf8'));
    const results = stageResults.parse(read);
    if (results.stage === stage) return results;
    return { ...emptyResults(stage), problems: [`results/${stage}.json holds the results of another stage`] };
  } catch {
    return { ...emptyResults(stage), problems: [`results/${stage}.json cannot be understood: run it again`] };
  }
}

function emptyResults(stage: Stage): StageResults {
  return {
    schemaVersion: 1,
    stage,
    ended: 'failed',
    startedAt: new Date().toISOString(),
    durationMs: 0,
    product: '',
    kinds: [],
    personas: [],
    config: null,
    tests: [],
    problems: [],
    notes: [],
    excused: [],
  };
}

function fileOf(folder: string, stage: Stage): string {
  return join(folder, `${stage}.json`);
}
