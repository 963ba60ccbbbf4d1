import { setTimeout as sleep } from 'node:timers/promises';
import type { Gate, Millis, Obstacle } from '../../words';
import type { Chrome } from './chrome';
import { decidePerformance } from './decide';
import type { Decision } from './decide';
import { coresUsedByOthers, readCpu } from './noise';
import { categories as allCategories, runLighthouse } from './run';
import type { Category, Run } from './run';

export interface AuditOptions {
  /** A page that can be seen without signing in. */
  readonly url: string;
  readonly chrome: Chrome;
  /** All four when left out. */
  readonly categories?: readonly Category[];
  /** The score that each category has to exceed, 0 to 100; 90 when left out. */
  readonly min?: number;
  /** How often Lighthouse may be started, discarded runs included; 12 when left out. */
  readonly maxRuns?: number;
  /** The address is a staging site that search engines are told to leave alone: does not judge that. */
  readonly staging?: boolean;
  /** One run on a desktop too when the phone missed, for the report; it decides nothing. True when left out. */
  readonly desktop?: boolean;
}

type Scored = Extract<Run, { is: 'scored' }>;

/** What the runs on a phone came to. */
interface Audit {
  /** Of every requested category, from one run. */
  readonly once?: Scored;
  /** The last run that counted. */
  readonly last?: Scored;
  readonly scores: readonly number[];
  /** Scores of runs that did not count, and what others used during all the runs, in cores. */
  readonly discarded: readonly number[];
  readonly others: readonly (number | undefined)[];
  readonly decision: Decision;
  /** Runs that came to nothing while the machine was busy. */
  readonly failures: number;
  readonly obstacle?: Obstacle;
}

/** More than this, in cores, used by other processes moves the score; a run beside it does not count. */
const quiet = 0.25;
/** A busy machine is no excuse for the third failure. */
const mostFailures = 3;
const pause: Millis = 1000;
const longestPause: Millis = 5000;

/**
 * Audits one page with Lighthouse as a mid-range phone sees it, and decides per category whether it scores *above*
 * `min`. Accessibility, best practices and SEO hardly vary and are judged by one run; performance varies with the
 * machine's load and is judged by a sequence of runs, of which only those on a quiet machine count.
 *
 * Takes about 8 s for a clearly good page, 20 to 30 s for a bad one, and up to four minutes on a machine that
 * never gets quiet (then: unknown). Run nothing else beside it. Does not work under `tsx`, which also compiles
 * Lighthouse and so breaks the functions that Lighthouse sends into the page; Playwright and vitest leave it alone.
 *
 * @returns one gate per category; unknown when the page shown is not the one asked for, did not load cleanly, or
 *   could not be measured in peace
 */
export async function auditPage(options: AuditOptions): Promise<readonly Gate[]> {
  const audit = await auditMobile(options);
  // What is good enough on a phone is so on a desktop: only who missed has to know whether it is the phone.
  const desktop = audit.decision.is === 'missed' ? await compareOnDesktop(options) : undefined;
  return (options.categories ?? allCategories).map((category) => ({
    gate: `lighthouse ${category}`,
    subject: new URL(options.url).pathname,
    verdict: verdictOf(category, audit, options.min ?? 90),
    figures: category === 'performance' ? performanceFigures(audit, desktop) : figuresOf(category, audit),
  }));
}

async function auditMobile(options: AuditOptions): Promise<Audit> {
  const wanted = options.categories ?? allCategories;
  const maxRuns = options.maxRuns ?? 12;
  let audit: Audit = { scores: [], discarded: [], others: [], decision: { is: 'more' }, failures: 0 };
  for (let runs = 1; runs <= maxRuns; runs += 1) {
    const { run, others } = await runWatched(options, audit.once === undefined ? wanted : ['performance']);
    const next = addRun(audit, run, others, options.min ?? 90);
    const missing =
      next.once === undefined || (wanted.includes('performance') && next.decision.is === 'more');
    if (next.obstacle !== undefined || !missing) return next;
    if (isNoisy(others) && runs < maxRuns) await untilQuiet(options.chrome);
    audit = next;
  }
  return audit.once === undefined ? { ...audit, obstacle: neverQuiet(audit) } : audit;
}

/** What one more run adds to an audit. Pure. */
export function addRun(audit: Audit, run: Run, others: number | undefined, min: number): Audit {
  const noisy = isNoisy(others);
  const seen = { ...audit, others: [...audit.others, others] };
  if (run.is === 'unusable') {
    const failures = audit.failures + 1;
    const excused = noisy && !run.certain && failures < mostFailures;
    return excused ? { ...seen, failures } : { ...seen, failures, obstacle: run.because };
  }
  const once = audit.once ?? run;
  const score = run.scores.performance?.score;
  if (score === undefined) return { ...seen, once };
  if (noisy) return { ...seen, once, discarded: [...audit.discarded, score] };
  const scores = [...audit.scores, score];
  return { ...seen, once, last: run, scores, decision: decidePerformance(scores, min) };
}

async function runWatched(
  { url, chrome, staging }: AuditOptions,
  categories: readonly Category[],
): Promise<{ readonly run: Run; readonly others: number | undefined }> {
  const before = await readCpu(chrome.pid);
  const skip = staging === true && categories.includes('seo') ? ['is-crawlable'] : [];
  const run = await runLighthouse({ url, chrome, categories, formFactor: 'mobile', skip });
  const after = await readCpu(chrome.pid);
  if (before === undefined || after === undefined) return { run, others: undefined };
  return { run, others: coresUsedByOthers(before, after) };
}

async function compareOnDesktop({ url, chrome, desktop }: AuditOptions): Promise<Run | undefined> {
  if (desktop === false) return undefined;
  return runLighthouse({ url, chrome, categories: ['performance'], formFactor: 'desktop', skip: [] });
}

function isNoisy(others: number | undefined): boolean {
  return others !== undefined && others > quiet;
}

/** Waiting a second is cheaper than a run that will not count. */
async function untilQuiet(chrome: Chrome): Promise<void> {
  for (let waited = 0; waited < longestPause; waited += pause) {
    const before = await readCpu(chrome.pid);
    await sleep(pause);
    const after = await readCpu(chrome.pid);
    if (before === undefined || after === undefined || !isNoisy(coresUsedByOthers(before, after))) return;
  }
}

function verdictOf(category: Category, audit: Audit, min: number): Gate['verdict'] {
  const unmeasured = (): Gate['verdict'] => ({ is: 'unknown', because: audit.obstacle ?? neverQuiet(audit) });
  if (category === 'performance') {
    if (audit.obstacle !== undefined || audit.decision.is === 'more') return unmeasured();
    return { is: audit.decision.is, measured: audit.decision.measured, unit: 'points', limit: min };
  }
  const score = audit.once?.scores[category]?.score;
  if (score === undefined) return unmeasured();
  return { is: score > min ? 'met' : 'missed', measured: score, unit: 'points', limit: min };
}

function neverQuiet({ scores, others }: Audit): Obstacle {
  const noisy = others.filter(isNoisy).length;
  const busiest = Math.max(0, ...others.map((cores) => cores ?? 0)).toFixed(1);
  const detail =
    `${scores.length} of ${others.length} runs counted, which decides nothing: during the other ${noisy}, other processes ` +
    `were busy (up to ${busiest} cores, at most ${quiet} allowed). Run this again with nothing else running`;
  return { what: 'noise', detail };
}

function figuresOf(category: Category, { once }: Audit): Gate['figures'] {
  const failed = once?.scores[category]?.failed ?? [];
  return failed.length > 0 ? { 'lost points for': failed.join(', ') } : {};
}

function performanceFigures(audit: Audit, desktop: Run | undefined): Gate['figures'] {
  const failed = audit.last?.scores.performance?.failed ?? [];
  const desktopScore = desktop?.is === 'scored' ? desktop.scores.performance?.score : undefined;
  return {
    'scores, phone': audit.scores.join(', ') || 'none',
    ...(audit.discarded.length > 0 ? { 'scores that do not count': audit.discarded.join(', ') } : {}),
    ...noiseFigure(audit.others),
    ...(desktopScore === undefined ? {} : { 'score, desktop': desktopScore }),
    ...(desktop?.is === 'unusable' ? { 'score, desktop': `none: ${desktop.because.detail}` } : {}),
    ...audit.last?.metrics,
    ...(failed.length > 0 ? { 'lost points for': failed.join(', ') } : {}),
  };
}

function noiseFigure(others: readonly (number | undefined)[]): Gate['figures'] {
  const measured = others.filter((cores) => cores !== undefined);
  const name = 'cores used by others';
  if (measured.length === 0) return { [name]: `not measurable on ${process.platform}: every run counted` };
  return { [name]: measured.map((cores) => cores.toFixed(2)).join(', ') };
}
