import lighthouse, { desktopConfig } from 'lighthouse';
import type { Flags, Result } from 'lighthouse';
import type { Obstacle } from '../../words';
import type { Chrome } from './chrome';

/** Lighthouse's own ids. */
export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof categories)[number];

/** One category of one run. */
export interface Scored {
  /** 0 to 100. */
  readonly score: number;
  /** Ids of the audits that cost points, the heaviest first. */
  readonly failed: readonly string[];
}

/** What one run of Lighthouse showed. `certain`: another run would show the same. */
export type Run =
  | {
      readonly is: 'scored';
      readonly scores: Readonly<Partial<Record<Category, Scored>>>;
      readonly metrics: Readonly<Record<string, number>>;
    }
  | { readonly is: 'unusable'; readonly because: Obstacle; readonly certain: boolean };

export interface RunOptions {
  readonly url: string;
  readonly chrome: Chrome;
  readonly categories: readonly Category[];
  readonly formFactor: 'mobile' | 'desktop';
  /** Ids of audits to leave out. */
  readonly skip: readonly string[];
}

/** Runs Lighthouse once. A page that could not be measured is an answer, not an exception. */
export async function runLighthouse(options: RunOptions): Promise<Run> {
  try {
    const result = await lighthouse(
      options.url,
      flagsFor(options),
      options.formFactor === 'desktop' ? desktopConfig : undefined,
    );
    if (result === undefined) return unusable('unexpected-answer', 'Lighthouse gave no result');
    return readResult(result.lhr, options);
  } catch (error) {
    return unusable('unexpected-answer', `Lighthouse stopped: ${withoutQueries(messageOf(error))}`);
  }
}

function flagsFor({ chrome, categories: only, skip }: RunOptions): Flags {
  return {
    port: chrome.port,
    logLevel: 'silent',
    output: 'json',
    onlyCategories: [...only],
    // Two seconds less, and no picture of a page that may show somebody's data.
    disableFullPageScreenshot: true,
    ...(skip.length > 0 ? { skipAudits: [...skip] } : {}),
  };
}

/** The part of a result that is read. */
type Answer = Pick<Result, 'runtimeError' | 'finalDisplayedUrl' | 'runWarnings'> & {
  readonly configSettings: Pick<Result['configSettings'], 'formFactor'>;
  readonly categories: Readonly<Record<string, Pick<Result.Category, 'score' | 'auditRefs'>>>;
  readonly audits: Readonly<Record<string, Pick<Result['audits'][string], 'score' | 'numericValue'>>>;
};

/** Reads a result, and refuses one that is about another page, another device, or a page that did not load. */
export function readResult(lhr: Answer, options: Omit<RunOptions, 'chrome'>): Run {
  if (lhr.runtimeError !== undefined) {
    return unusable('unexpected-answer', `Lighthouse could not load the page: ${lhr.runtimeError.code}`);
  }
  if (!samePage(lhr.finalDisplayedUrl, options.url)) {
    const seen = withoutQueries(lhr.finalDisplayedUrl);
    return unusable('unexpected-answer', `asked for ${withoutQueries(options.url)}, was shown ${seen}`, true);
  }
  if (lhr.configSettings.formFactor !== options.formFactor) {
    const seen = lhr.configSettings.formFactor;
    return unusable(
      'unexpected-answer',
      `asked for ${options.formFactor}, Lighthouse measured ${seen}`,
      true,
    );
  }
  if (lhr.runWarnings.length > 0) {
    return unusable('unexpected-answer', `Lighthouse warns: ${withoutQueries(lhr.runWarnings.join(' '))}`);
  }
  return scored(lhr, options.categories);
}

function scored(lhr: Answer, wanted: readonly Category[]): Run {
  const scores: Partial<Record<Category, Scored>> = {};
  for (const category of wanted) {
    const score = lhr.categories[category]?.score;
    if (typeof score !== 'number') {
      return unusable('unexpected-answer', `Lighthouse gave no score for ${category}`);
    }
    scores[category] = { score: Math.round(score * 100), failed: failedAudits(lhr, category) };
  }
  return { is: 'scored', scores, metrics: metricsOf(lhr) };
}

function failedAudits(lhr: Answer, category: Category): readonly string[] {
  const lost = (lhr.categories[category]?.auditRefs ?? []).map(({ id, weight }) => ({
    id,
    points: weight * (1 - (lhr.audits[id]?.score ?? 1)),
  }));
  return lost
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .map(({ id }) => id);
}

const shownMetrics = {
  'largest-contentful-paint': 'largest contentful paint (ms)',
  'total-blocking-time': 'total blocking time (ms)',
  'cumulative-layout-shift': 'cumulative layout shift',
} as const;

function metricsOf(lhr: Answer): Record<string, number> {
  const metrics: Record<string, number> = {};
  for (const [id, name] of Object.entries(shownMetrics)) {
    const value = lhr.audits[id]?.numericValue;
    if (value !== undefined) metrics[name] = value < 10 ? Math.round(value * 1000) / 1000 : Math.round(value);
  }
  return metrics;
}

/** The same page but for a trailing slash and a fragment. */
function samePage(one: string, other: string): boolean {
  const plain = (address: string): string | undefined => {
    const url = URL.parse(address);
    return url === null ? undefined : `${url.origin}${url.pathname.replace(/\/$/, '')}${url.search}`;
  };
  return plain(one) !== undefined && plain(one) === plain(other);
}

/** A query or a fragment can carry a token; nothing that people read needs it. */
function withoutQueries(text: string): string {
  return text.replaceAll(/(https?:\/\/[^\s?#)]*)[?#][^\s)]*/g, '$1');
}

function unusable(what: Obstacle['what'], detail: string, certain = false): Run {
  return { is: 'unusable', because: { what, detail }, certain };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
