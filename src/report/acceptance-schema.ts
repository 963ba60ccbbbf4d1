import type { Obstacle, Probe, Refusal, RootCause, Severity, Where } from '../words';
import type { Stage } from './results';

/**
 * `reports/acceptance.json`. It holds no value of any record, token or password.
 *
 * `schemaVersion` goes up when something is renamed, removed or means something else; additions do not change it.
 * Ids are the first 16 hex digits of a SHA-256 of names (never of values), so that the same attempt has the same id
 * in every run: an attempt's of its guarantee, probe, viewer, owner and kind; a finding's of rule, viewer, owner,
 * kind, field and channel.
 */
export interface Acceptance {
  readonly schemaVersion: 1;
  readonly product: string;
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
  readonly verdict: OverallVerdict;
  readonly totals: Totals;
  readonly stages: readonly StageSummary[];
  readonly criteria: readonly Criterion[];
  readonly matrix: Matrix;
  /** What was asked of the chatbot from the corpus; missing when nothing was. */
  readonly sample?: Sample;
  /** By root cause, worst first. */
  readonly causes: readonly CauseGroup[];
  readonly unknowns: readonly Unknown[];
  /** What people should look at; nothing follows from it. Missing when there is nothing. */
  readonly hints?: readonly HintGroup[];
  readonly gates: readonly GateResult[];
  readonly attempts: readonly AttemptResult[];
  readonly tests: readonly TestSummary[];
  readonly notTested: readonly NotTested[];
  /** What could not be judged, with the waiver by which it is no doubt. */
  readonly waived: readonly NotTested[];
  /** What this suite cannot see, whatever the result. */
  readonly limits: readonly string[];
}

export interface OverallVerdict {
  /** A leak outweighs a missed gate, and both outweigh something unknown. */
  readonly is: 'held' | 'leaked' | 'missed' | 'unknown';
  /** 0 held, 1 leaked or missed, 3 unknown. (2, a wrong configuration, never gets as far as a report.) */
  readonly exitCode: 0 | 1 | 3;
  /** For people who know nothing of the code. */
  readonly sentence: string;
  /** What follows from it, and what the sentence does not cover. */
  readonly more: readonly string[];
}

export interface Totals {
  readonly tests: {
    readonly run: number;
    readonly passed: number;
    readonly failed: number;
    readonly notRun: number;
  };
  readonly attempts: Counts;
  /** How often the product was asked in all attempts, controls included. */
  readonly requests: number;
  readonly findings: number;
  readonly gates: { readonly met: number; readonly missed: number; readonly unknown: number };
  /** Pieces of evidence that were searched, by channel. */
  readonly searched: Readonly<Record<string, number>>;
}

interface Counts {
  readonly held: number;
  readonly leaked: number;
  readonly unknown: number;
}

export interface StageSummary {
  readonly stage: Stage;
  /** `missing`: it was not part of this run. */
  readonly ended: 'running' | 'passed' | 'failed' | 'timedout' | 'interrupted' | 'missing';
  readonly startedAt?: string;
  readonly durationMs?: number;
}

export interface Criterion {
  /** Stable: `own-records-only`. */
  readonly id: string;
  readonly sentence: string;
  readonly is: 'met' | 'failed' | 'unknown' | 'not-tried';
  /** Why, when it is not met. */
  readonly because: readonly string[];
  readonly figures: readonly Figure[];
}

export interface Figure {
  readonly name: string;
  readonly value: string;
}

/** Of probes that were drawn from the corpus. */
export interface SampleCounts {
  readonly probes: number;
  /** Those that the bot answered: what it did not answer can neither have held nor leaked. */
  readonly answered: number;
  readonly leaked: number;
}

/** What a sample of the corpus came to, and what it can bear. */
export interface Sample extends SampleCounts {
  /** Messages that it took. */
  readonly messages: number;
  /** The same seed and the same version of the corpus draw the same sample again: `PROBES_SEED=…`. */
  readonly seeds: readonly string[];
  readonly versions: readonly number[];
  /** `0 of 300 answered probes leaked: under 1 % at 95 % confidence, …`. */
  readonly sentence: string;
  readonly families: readonly (SampleCounts & { readonly family: string })[];
}

/** Who tried for which kind of record. */
export interface Matrix {
  readonly kinds: readonly string[];
  readonly rows: readonly { readonly viewer: string; readonly cells: readonly MatrixCell[] }[];
}

/** All zero: it was not tried. */
export interface MatrixCell extends Counts {
  readonly kind: string;
}

export interface CauseGroup {
  /** `null`: nobody could name it. */
  readonly rootCause: RootCause | null;
  readonly title: string;
  readonly lookFirst: string;
  readonly severity: Severity;
  readonly findings: readonly FindingGroup[];
}

/** The same thing shown to the same viewer in the same channel, however often. */
export interface FindingGroup {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly viewer: string;
  /** `null`: a secret, which belongs to nobody. */
  readonly owner: string | null;
  readonly kind: string;
  readonly field: string;
  readonly channel: string;
  readonly times: number;
  /** ISO 8601. */
  readonly firstShown: string;
  readonly lastShown: string;
  /** Of the one that was there for the shortest time and went away again: from and until when, in ms after its page was asked for. */
  readonly passing?: { readonly from: number; readonly until: number };
  /** At most {@link mostPlaces}. */
  readonly places: readonly Place[];
  readonly seeAgain: readonly SeeAgain[];
}

/** So many places are told of each finding. */
export const mostPlaces = 5;

export interface Place {
  readonly where: Where;
  /** `[]`: it stood there plainly. */
  readonly disguise: readonly string[];
  readonly fingerprint: string;
}

export interface SeeAgain {
  readonly guarantee: string;
  /** To be run in the folder of the project. */
  readonly command: string;
}

/** What reads like names of people whom nobody knows, at one place of one channel. */
export interface HintGroup {
  readonly kind: string;
  readonly viewer: string;
  readonly channel: string;
  /** Items of lists are not told apart: `$.guests[].full_name`. */
  readonly where: Where;
  /** Of different names, one each. At most {@link mostPlaces}; `names` says how many there are. */
  readonly fingerprints: readonly string[];
  readonly names: number;
  readonly seeAgain: SeeAgain;
}

export interface Unknown {
  /** What could not be judged. */
  readonly subject: string;
  readonly what: Obstacle['what'] | 'not-run' | 'failed' | 'no-evidence' | 'run-problem';
  readonly detail: string;
  readonly seeAgain?: SeeAgain;
}

export interface GateResult {
  readonly gate: string;
  readonly subject: string;
  readonly is: 'met' | 'missed' | 'unknown';
  readonly measured?: number;
  readonly unit?: string;
  readonly limit?: number;
  readonly detail?: string;
  readonly figures: Readonly<Record<string, number | string>>;
}

export interface AttemptResult {
  readonly id: string;
  readonly guarantee: string;
  readonly file: string;
  readonly probe: Probe;
  readonly viewer: string;
  readonly owner: string;
  readonly kind: string;
  readonly verdict: 'held' | 'leaked' | 'unknown';
  readonly because?: Refusal | Obstacle;
  readonly requests: number;
}

interface TestSummary {
  readonly guarantee: string;
  readonly file: string;
  readonly stage: Stage;
  readonly outcome:
    'passed' | 'failed' | 'timed-out' | 'interrupted' | 'skipped' | 'not-run' | 'not-applicable';
  readonly durationMs: number;
}

export interface NotTested {
  readonly what: string;
  readonly why: string;
}
