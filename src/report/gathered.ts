import type { Attempt, Facts, Finding, Gate, Hint } from '../words';
import type { SeeAgain, Unknown } from './acceptance-schema';
import type { StageResults, TestRecord } from './results';
import { guaranteeOf, seeAgain } from './see-again';
import { personInWords } from './people';

/** Something that a test left, with the test. */
export interface Of<Thing> {
  readonly test: TestRecord;
  readonly seeAgain: SeeAgain;
  readonly it: Thing;
}

/** Something that could not be judged, with what it is about, where that is known. */
export interface Doubt {
  readonly unknown: Unknown;
  readonly test?: TestRecord;
  readonly attempt?: Attempt;
  readonly gate?: Gate;
}

/** All that the stages left, in flat lists. */
export interface Gathered {
  readonly tests: readonly TestRecord[];
  readonly attempts: readonly Of<Attempt>[];
  /** Those of the attempts and those of the watch. */
  readonly findings: readonly Of<Finding>[];
  /** Those that no attempt was looking for. */
  readonly watched: readonly Of<Finding>[];
  readonly gates: readonly Of<Gate>[];
  /** Worth a look, and no more: nothing follows from them. */
  readonly hints: readonly Of<Hint>[];
  readonly doubts: readonly Doubt[];
  readonly searched: Readonly<Record<string, number>>;
}

interface Told {
  readonly test: TestRecord;
  readonly seeAgain: SeeAgain;
  readonly facts: readonly Facts[];
}

/**
 * Flattens the results of all stages and names everything that leaves a doubt. It fails closed: a test that failed
 * for no reason that its facts tell, that passed without a trace, or that was not run, is a doubt.
 */
export function gather(results: readonly StageResults[]): Gathered {
  const told = results.flatMap((stage) => stage.tests.map((test) => tell(test, stage.config)));
  const attempts = told.flatMap((from) => allOf(from, ({ attempts: all }) => all));
  const watched = told.flatMap((from) => allOf(from, ({ findings }) => findings));
  const gates = told.flatMap((from) => allOf(from, (facts) => facts.gates));
  const ofAttempts = attempts.flatMap(({ it, ...of }) =>
    findingsOf(it).map((finding) => ({ ...of, it: finding })),
  );
  return {
    tests: told.map(({ test }) => test),
    attempts,
    findings: [...ofAttempts, ...watched],
    watched,
    gates,
    hints: told.flatMap((from) => allOf(from, ({ hints = [] }) => hints)),
    doubts: [...results.flatMap(doubtsOnRun), ...told.flatMap(doubtsOn)],
    searched: sumUp(told.flatMap(({ facts }) => facts.map(({ searched }) => searched))),
  };
}

function findingsOf({ verdict }: Attempt): readonly Finding[] {
  return verdict.is === 'leaked' ? verdict.findings : [];
}

/** What was tried, in words: `user B: GET /api/invoices/{id}, for the invoice of user A`. */
export function attemptInWords({ probe, viewer, owner, kind }: Attempt): string {
  return `${personInWords(viewer)}: ${probe.what}, for the ${kind} of ${personInWords(owner)}`;
}

function tell(test: TestRecord, config: StageResults['config']): Told {
  return { test, seeAgain: seeAgain(test, config), facts: test.facts.filter((facts) => facts !== null) };
}

function allOf<Thing>(
  { test, seeAgain: again, facts }: Told,
  pick: (facts: Facts) => readonly Thing[],
): Of<Thing>[] {
  return facts.flatMap(pick).map((it) => ({ test, seeAgain: again, it }));
}

function doubtsOnRun({ stage, ended, problems, tests }: StageResults): Doubt[] {
  const doubts = problems.map((detail) => runDoubt(stage, detail));
  if (ended === 'running') doubts.push(runDoubt(stage, 'the run did not come to its end'));
  if (ended === 'timedout' || ended === 'interrupted')
    doubts.push(runDoubt(stage, `the run was ended early (${ended})`));
  if (tests.length === 0) doubts.push(runDoubt(stage, 'no test was found'));
  return doubts;
}

function runDoubt(stage: string, detail: string): Doubt {
  return { unknown: { subject: `The run of the ${stage}`, what: 'run-problem', detail } };
}

function doubtsOn(told: Told): Doubt[] {
  const { test, facts, seeAgain: again } = told;
  const about = (
    subject: string,
    what: Unknown['what'],
    detail: string,
  ): Pick<Doubt, 'unknown' | 'test'> => ({
    unknown: { subject, what, detail, seeAgain: again },
    test,
  });
  const ofAttempts = facts
    .flatMap(({ attempts }) => attempts)
    .flatMap((attempt) => {
      if (attempt.verdict.is !== 'unknown') return [];
      const { what, detail } = attempt.verdict.because;
      return [{ ...about(attemptInWords(attempt), what, detail), attempt }];
    });
  const ofGates = facts
    .flatMap(({ gates }) => gates)
    .flatMap((gate) => {
      if (gate.verdict.is !== 'unknown') return [];
      const { what, detail } = gate.verdict.because;
      return [{ ...about(`${gate.gate} of ${gate.subject}`, what, detail), gate }];
    });
  const ofWatch = facts
    .flatMap(({ unknown }) => unknown)
    .map(({ what, detail }) => about(guaranteeOf(test), what, detail));
  const found = [...ofAttempts, ...ofGates, ...ofWatch];
  const own = doubtOnTest(told, found.length > 0);
  return own ? [...found, about(guaranteeOf(test), own.what, own.detail)] : found;
}

/** What the outcome says beyond the facts. */
function doubtOnTest(
  { test, facts }: Told,
  isDoubted: boolean,
): Pick<Unknown, 'what' | 'detail'> | undefined {
  const { outcome, reason } = test;
  switch (outcome) {
    case 'not-applicable':
      return undefined;
    case 'skipped':
      return {
        what: 'not-run',
        detail: `skipped${reason ? `: ${reason}` : ', and the spec does not say why'}`,
      };
    case 'not-run':
      return { what: 'not-run', detail: 'it was expected and not run' };
    case 'interrupted':
      return { what: 'not-run', detail: 'it was interrupted' };
    case 'failed':
    case 'timed-out': {
      const isExplained = isDoubted || facts.some(saysBad);
      const detail = `${outcome === 'failed' ? 'failed' : 'ran out of time'}${reason ? `: ${reason}` : ''}`;
      return isExplained ? undefined : { what: outcome === 'failed' ? 'failed' : 'timeout', detail };
    }
    case 'passed':
      return isDoubted ? undefined : doubtOnPass(test, facts);
  }
}

/** A pass counts where something was really looked at. */
function doubtOnPass(
  test: TestRecord,
  facts: readonly Facts[],
): Pick<Unknown, 'what' | 'detail'> | undefined {
  if (test.unwatched || test.folder === 'wiring') return undefined;
  if (facts.length < test.facts.length || facts.length === 0) {
    return {
      what: 'no-evidence',
      detail: 'it passed, but left no facts that can be read: nothing watched it',
    };
  }
  const isEmpty = facts.every(
    ({ attempts, gates, searched }) =>
      attempts.length + gates.length === 0 && Object.values(searched).every((n) => n === 0),
  );
  return isEmpty
    ? { what: 'no-evidence', detail: 'it passed, but nothing was tried or searched in it' }
    : undefined;
}

function saysBad({ attempts, findings, gates }: Facts): boolean {
  if (findings.length > 0) return true;
  return (
    attempts.some(({ verdict }) => verdict.is === 'leaked') ||
    gates.some(({ verdict }) => verdict.is === 'missed')
  );
}

function sumUp(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [channel, amount] of counts.flatMap((one) => Object.entries(one)))
    sum[channel] = (sum[channel] ?? 0) + amount;
  return sum;
}
