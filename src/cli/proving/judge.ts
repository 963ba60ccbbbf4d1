import type { KnownFault, KnownLookalike } from './catalogue';
import type { Outcome } from './outcome';
import type { SuiteRan } from './run-suite';

/** Whether the suite noticed what it had to notice, and nothing else. */
export interface Proof {
  readonly ids: readonly string[];
  readonly isProved: boolean;
  /** In a word: `caught`, `silent`, `missed`, ... */
  readonly result: string;
  /** The guarantee that caught it. */
  readonly by?: string;
  /** What the report said of the root cause. */
  readonly cause?: string;
  /** What to know when it is not proved. */
  readonly why?: string;
  readonly seconds: number;
  /** Folder of the run's reports. */
  readonly reports: string;
}

/** A fault is caught when a guarantee about it says `leaked` (or a gate `missed`) and the root cause is named. */
export function judgeFault(fault: KnownFault, ran: SuiteRan): Proof {
  const { seconds, reports, outcome } = ran;
  const base = { ids: [fault.id], seconds, reports };
  if (ran.isLate || !outcome) return { ...base, ...didNotFinish(ran) };
  if (fault.rootCause === 'gates') return { ...base, ...byGate(outcome) };
  return { ...base, ...byLeak(fault.rootCause, outcome, fault.shownIn) };
}

/** Look-alikes that ran together are silent together: what had to be held was held, what had to be unknown did not leak. */
export function judgeLookalikes(lookalikes: readonly KnownLookalike[], ran: SuiteRan): Proof {
  const { seconds, reports, outcome } = ran;
  const base = { ids: lookalikes.map(({ id }) => id), seconds, reports };
  if (ran.isLate || !outcome) return { ...base, ...didNotFinish(ran) };
  const expected = lookalikes.some(({ verdict }) => verdict === 'unknown') ? 'unknown' : 'held';
  const hints = new Set(outcome.hints?.flatMap(({ fingerprints }) => fingerprints)).size;
  const worthALook = lookalikes.reduce((sum, one) => sum + (one.hints ?? 0), 0);
  const isRight = outcome.verdict.is === expected && outcome.totals.findings === 0 && hints === worthALook;
  if (isRight)
    return { ...base, isProved: true, result: expected === 'held' ? 'silent' : 'unknown, as it should' };
  const alarm = whatAlarmed(outcome);
  return {
    ...base,
    isProved: false,
    result: `said ${outcome.verdict.is}`,
    ...(alarm === undefined ? {} : { by: alarm }),
    why: `expected ${expected}, and ${worthALook} hints (there were ${hints}). ${firstUnknown(outcome) ?? outcome.verdict.sentence}`,
  };
}

type Judged = Pick<Proof, 'isProved' | 'result' | 'by' | 'cause' | 'why'>;

function byLeak(rootCause: string, outcome: Outcome, shownIn: KnownFault['shownIn']): Judged {
  const named = outcome.causes.find((group) => group.rootCause === rootCause);
  const others = outcome.causes.map((group) => group.rootCause ?? 'no cause');
  const by = whatAlarmed(named === undefined ? outcome : { ...outcome, causes: [named] });
  if (outcome.verdict.is !== 'leaked') return missed(outcome);
  if (named === undefined) {
    return {
      isProved: false,
      result: 'caught',
      ...(by === undefined ? {} : { by }),
      cause: `not named (said: ${others.join(', ') || 'nothing'})`,
      why: `expected root cause ${rootCause}`,
    };
  }
  if (shownIn !== undefined && !isSeenIn(shownIn, named)) {
    const why = `nothing was seen where it is shown: ${[shownIn.channel, shownIn.at ?? ''].join(' ').trim()}`;
    return { isProved: false, result: 'missed', cause: 'named', why };
  }
  return { isProved: true, result: 'caught', ...(by === undefined ? {} : { by }), cause: 'named' };
}

/** Where several faults ran together, each is caught in its own place only. */
function isSeenIn(
  { channel, at = '' }: NonNullable<KnownFault['shownIn']>,
  { findings }: Outcome['causes'][number],
): boolean {
  return findings.some(
    (finding) =>
      finding.channel === channel &&
      finding.places.some(({ where }) => Object.values(where).some((text) => text.includes(at))),
  );
}

function byGate(outcome: Outcome): Judged {
  const gate = outcome.gates.find(({ is }) => is === 'missed');
  if (!gate) return missed(outcome);
  return { isProved: true, result: 'caught', by: `${gate.gate} of ${gate.subject}`, cause: 'a gate: none' };
}

function missed(outcome: Outcome): Judged {
  const why = firstUnknown(outcome) ?? outcome.verdict.sentence;
  return { isProved: false, result: 'missed', why: `the run said ${outcome.verdict.is}: ${why}` };
}

function whatAlarmed({ causes, attempts, gates }: Outcome): string | undefined {
  const guarantee = causes.flatMap(({ findings }) => findings.flatMap(({ seeAgain }) => seeAgain))[0]
    ?.guarantee;
  const attempt = attempts.find(({ verdict }) => verdict === 'leaked')?.guarantee;
  return guarantee ?? attempt ?? gates.find(({ is }) => is === 'missed')?.gate;
}

function firstUnknown({ unknowns }: Outcome): string | undefined {
  const [unknown] = unknowns;
  return unknown && `${unknown.subject}: ${unknown.detail}`;
}

function didNotFinish({ isLate, code, stdout, stderr }: SuiteRan): Judged {
  if (isLate) return { isProved: false, result: 'did not finish', why: 'it took longer than its time limit' };
  const said = `${stderr}\n${stdout}`.split('\n').find((line) => /error|not found|cannot/i.test(line));
  return {
    isProved: false,
    result: 'did not run',
    why: `exit code ${code} and no report${said ? `; it said: ${said.trim()}` : ''}`,
  };
}
