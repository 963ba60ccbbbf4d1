import { basename, dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { FullConfig, FullResult, Reporter, Suite, TestError } from '@playwright/test/reporter';
import { loadProduct } from '../product/load';
import type { Product } from '../product/types';
import { excusesOf } from '../product/waivers';
import { reportFolders } from './folders';
import { gatherLiterals } from './literals';
import { notedProblems } from './problems';
import { clearResults, type Stage, type StageResults, writeResults } from './results';
import { isListing, stageOf } from './stage';
import { recordTest } from './test-record';
import { removeAcceptance } from './write-acceptance';

/**
 * Gathers what every test left into `reports/results/<stage>.json`. It comes right after the redaction, and writes
 * what that has left. A file is there from the beginning, so that a run that was killed does not look like none.
 */
// oxlint-disable-next-line import/no-default-export -- Playwright loads a reporter's default export.
export default class FactsReporter implements Reporter {
  private stage: Stage = 'guarantees';
  private config: FullConfig | undefined;
  private suite: Suite | undefined;
  private product: Product | undefined;
  private readonly errors: TestError[] = [];
  private readonly startedAt = new Date();

  printsToStdio(): boolean {
    return false;
  }

  async preprocess(): Promise<void> {
    this.product = await loadProduct().catch(() => undefined);
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.stage = stageOf(config);
    this.config = config;
    this.suite = suite;
    if (isListing()) return;
    if (this.stage === 'guarantees') removeAcceptance(reportFolders().root);
    clearResults(reportFolders().results, this.stage);
    writeResults(reportFolders().results, this.gather('running', 0));
  }

  onError(error: TestError): void {
    this.errors.push(error);
  }

  onEnd(result: FullResult): void {
    if (isListing()) return;
    writeResults(reportFolders().results, this.gather(result.status, result.duration));
  }

  private gather(ended: StageResults['ended'], durationMs: number): StageResults {
    const { config, product } = this;
    const root = config?.configFile ? dirname(config.configFile) : process.cwd();
    return {
      schemaVersion: 1,
      stage: this.stage,
      ended,
      startedAt: this.startedAt.toISOString(),
      durationMs,
      product: product?.name ?? '',
      kinds: [...new Set(product?.records.map(({ kind }) => kind))],
      personas: personasOf(config),
      config: nameOfConfig(config),
      tests: (this.suite?.allTests() ?? []).map((test) => recordTest(test, root)),
      problems: [...new Set([...this.errors.map(sentenceOf), ...notedProblems()])],
      notes: product ? notesOn(product) : [],
      excused: product ? [...excusesOf(product)] : [],
    };
  }
}

/** `metadata: { personas: ['userA', …] }` of the configuration. */
function personasOf(config: FullConfig | undefined): string[] {
  const told: unknown = config?.metadata['personas'];
  return Array.isArray(told) ? told.filter((name) => typeof name === 'string') : [];
}

function nameOfConfig(config: FullConfig | undefined): string | null {
  const name = config?.configFile ? basename(config.configFile) : 'playwright.config.ts';
  return name.startsWith('playwright.config.') ? null : name;
}

function sentenceOf({ message, value }: TestError): string {
  const text = stripVTControlCharacters(message ?? value ?? 'an error without a message');
  const line = text.split('\n').find((one) => one.trim() !== '');
  return `outside of all tests: ${(line ?? '').trim().slice(0, 300)}`;
}

function notesOn(product: Product): string[] {
  const { tooShort } = gatherLiterals(product);
  return tooShort.map(
    (label) => `The value of ${label} is too short to be searched for in reports without false alarms.`,
  );
}
