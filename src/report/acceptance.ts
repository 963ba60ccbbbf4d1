import type { Attempt, Gate } from '../words';
import type { Excuse } from '../product/waivers';
import type {
  Acceptance,
  AttemptResult,
  GateResult,
  NotTested,
  StageSummary,
  Totals,
  Unknown,
} from './acceptance-schema';
import { groupByCause } from './causes';
import { measureCriteria, waiverOf } from './criteria';
import { gather, type Gathered, type Of } from './gathered';
import { groupHints } from './hints';
import { limits } from './limits';
import { createMatrix } from './matrix';
import { list } from './people';
import { type Stage, type StageResults, stages } from './results';
import { sampleOf } from './sample';
import { guaranteeOf } from './see-again';
import { stableId } from './stable-id';
import { judgeAll } from './verdict';

/** What the results are held against. */
export interface Expectation {
  /** Stages without which the result is unknown; the others may be missing, and the report says so. */
  readonly expected: readonly Stage[];
  readonly now: Date;
}

/**
 * From what the stages of a run left to the report: pure, so that the same results always say the same.
 * Whatever is missing where it was expected, and whatever cannot be explained, makes the result unknown.
 */
export function accept(results: readonly StageResults[], { expected, now }: Expectation): Acceptance {
  const gathered = gather(results);
  const excused = distinct(results.flatMap((stage) => stage.excused));
  const open = gathered.doubts.filter((doubt) => waiverOf(doubt, excused) === undefined);
  const kinds = [...new Set(results.flatMap((stage) => stage.kinds))];
  const personas = [...new Set(results.flatMap((stage) => stage.personas))];
  const summaries = stages.map((stage) => summaryOf(stage, results));
  const present = results.map(({ stage }) => stage);
  const { criteria, gaps } = measureCriteria({ ...gathered, expected, present, kinds, excused });
  const unknowns = [
    ...open.map(({ unknown }) => unknown),
    ...missingStages(expected, results),
    ...(results.length + expected.length === 0 ? [nothingLeft] : []),
    ...leaksWithoutFindings(gathered),
    ...gaps,
  ];
  const sample = sampleOf(gathered.attempts);
  const hints = groupHints(gathered.hints);
  return {
    schemaVersion: 1,
    product: results.map(({ product }) => product).find((name) => name !== '') ?? '',
    writtenAt: now.toISOString(),
    verdict: judgeAll({ gathered, criteria, unknowns, stages: summaries }),
    totals: totalsOf(gathered),
    stages: summaries,
    criteria,
    matrix: createMatrix(gathered, personas, kinds),
    ...(sample && { sample }),
    causes: groupByCause(gathered.findings),
    unknowns,
    ...(hints.length > 0 && { hints }),
    gates: gathered.gates.map(({ it }) => gateResult(it)),
    attempts: gathered.attempts.map(attemptResult),
    tests: results.flatMap(({ stage, tests }) =>
      tests.map((test) => ({
        guarantee: guaranteeOf(test),
        file: test.file,
        stage,
        outcome: test.outcome,
        durationMs: test.durationMs,
      })),
    ),
    notTested: [...excused.map(({ what, why }) => ({ what, why })), ...notTested(gathered, criteria)],
    waived: waivedIn(gathered, excused),
    limits: [...limits, ...new Set(results.flatMap(({ notes }) => notes))],
  };
}

const nothingLeft: Unknown = {
  subject: 'The run',
  what: 'not-run',
  detail: 'it left no results at all',
};

function missingStages(expected: readonly Stage[], results: readonly StageResults[]): Unknown[] {
  const missing = expected.filter((stage) => !results.some((result) => result.stage === stage));
  return missing.map((stage) => ({
    subject: `The run of the ${stage}`,
    what: 'not-run',
    detail: 'it was expected and left no results',
  }));
}

/** The types forbid it; what was read from a file may do it all the same. */
function leaksWithoutFindings({ attempts, findings }: Gathered): Unknown[] {
  const leaks = attempts.filter(({ it }) => it.verdict.is === 'leaked');
  if (leaks.length === 0 || findings.length > 0) return [];
  return [{ subject: 'A leak', what: 'run-problem', detail: 'an attempt says leaked and names no finding' }];
}

function summaryOf(stage: Stage, results: readonly StageResults[]): StageSummary {
  const found = results.find((result) => result.stage === stage);
  if (!found) return { stage, ended: 'missing' };
  const { ended, startedAt, durationMs } = found;
  return { stage, ended, startedAt, durationMs };
}

function totalsOf({ tests, attempts, findings, gates, searched }: Gathered): Totals {
  const outcomes = (...names: readonly string[]) =>
    tests.filter(({ outcome }) => names.includes(outcome)).length;
  const verdicts = (is: string) => attempts.filter(({ it }) => it.verdict.is === is).length;
  const measured = (is: string) => gates.filter(({ it }) => it.verdict.is === is).length;
  return {
    tests: {
      run: outcomes('passed', 'failed', 'timed-out', 'interrupted'),
      passed: outcomes('passed'),
      failed: outcomes('failed', 'timed-out', 'interrupted'),
      notRun: outcomes('skipped', 'not-run', 'not-applicable'),
    },
    attempts: { held: verdicts('held'), leaked: verdicts('leaked'), unknown: verdicts('unknown') },
    requests: attempts.reduce((sum, { it }) => sum + it.requests, 0),
    findings: findings.length,
    gates: { met: measured('met'), missed: measured('missed'), unknown: measured('unknown') },
    searched,
  };
}

function gateResult({ gate, subject, verdict, figures }: Gate): GateResult {
  if (verdict.is === 'unknown')
    return { gate, subject, is: 'unknown', detail: verdict.because.detail, figures };
  const { is, measured, unit, limit } = verdict;
  return { gate, subject, is, measured, unit, limit, figures };
}

function attemptResult({ test, it }: Of<Attempt>): AttemptResult {
  const { probe, viewer, owner, kind, verdict, requests } = it;
  return {
    id: stableId(guaranteeOf(test), probe.kind, probe.what, viewer, owner, kind),
    guarantee: guaranteeOf(test),
    file: test.file,
    probe,
    viewer,
    owner,
    kind,
    verdict: verdict.is,
    ...(verdict.is === 'leaked' ? {} : { because: verdict.because }),
    requests,
  };
}

function notTested({ tests }: Gathered, criteria: Acceptance['criteria']): NotTested[] {
  const left = tests.filter(({ outcome }) =>
    ['skipped', 'not-run', 'interrupted', 'not-applicable'].includes(outcome),
  );
  const specs = left.map((test) => ({ what: guaranteeOf(test), why: whyNot(test.outcome, test.reason) }));
  const untried = criteria.filter(({ is }) => is === 'not-tried');
  return [...untried.map(({ sentence, because }) => ({ what: sentence, why: list(because) })), ...specs];
}

/** What could not be judged, and is no doubt for all that. */
function waivedIn({ doubts }: Gathered, excused: readonly Excuse[]): NotTested[] {
  return doubts.flatMap((doubt) => {
    const waiver = waiverOf(doubt, excused);
    const { subject, detail } = doubt.unknown;
    return waiver ? [{ what: subject, why: `${waiver.why} (${detail})` }] : [];
  });
}

/** Both stages tell what the one config says. */
function distinct(excused: readonly Excuse[]): readonly Excuse[] {
  return [...new Map(excused.map((excuse) => [`${excuse.is} ${excuse.what}`, excuse])).values()];
}

function whyNot(outcome: string, reason: string | undefined): string {
  if (outcome === 'not-applicable') return `does not apply to this product${reason ? `: ${reason}` : ''}`;
  if (outcome === 'skipped') return reason ? `skipped: ${reason}` : 'skipped, and the spec does not say why';
  return outcome === 'interrupted' ? 'the run was interrupted' : 'not run';
}
