import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FullConfig, FullResult, Reporter, Suite } from '@playwright/test/reporter';
import type { TestCase, TestError, TestResult, TestStep } from '@playwright/test/reporter';
import { loadProduct } from '../product/load';
import { gatherLiterals } from './literals';
import { createRunMask } from './masking';
import { noteProblem } from './problems';
import { muteSecrets } from './quiet-output';
import {
  redactError,
  redactFile,
  redactResult,
  redactStep,
  redactStepEnd,
  redactTitles,
  withholdResult,
} from './redact';
import type { Mask } from './token-shapes';

const withheld: Mask = () => '‹withheld: there is nothing to redact it with›';

/**
 * Must be the first reporter: all reporters share the same objects, and those that come later write what this one has
 * left in them. Whatever it cannot redact it takes away, and the run fails.
 */
// oxlint-disable-next-line import/no-default-export -- Playwright loads a reporter's default export.
export default class RedactingReporter implements Reporter {
  private readonly ready: Promise<void>;
  /** Until the values are known nothing may be shown but what the runner itself says. */
  private mask: Mask | undefined;
  private config: FullConfig | undefined;
  private suite: Suite | undefined;

  constructor() {
    this.ready = this.prepare();
    muteSecrets((text) => this.maskTerminal(text));
  }

  printsToStdio(): boolean {
    return false;
  }

  /** The runner waits for it before any test runs. */
  async preprocess(): Promise<void> {
    await this.ready;
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.config = config;
    this.suite = suite;
    this.guard(
      'titles',
      () => redactTitles(suite, this.masking()),
      () => redactTitles(suite, withheld),
    );
  }

  onStepBegin(_test: TestCase, _result: TestResult, step: TestStep): void {
    this.guard(
      'a step',
      () => redactStep(step, this.masking()),
      () => redactStep(step, withheld),
    );
  }

  onStepEnd(_test: TestCase, _result: TestResult, step: TestStep): void {
    this.guard(
      'a step',
      () => redactStepEnd(step, this.masking()),
      () => redactStepEnd(step, withheld),
    );
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.redact(test, result);
  }

  onError(error: TestError): void {
    this.guard(
      'an error',
      () => redactError(error, this.masking()),
      () => redactError(error, withheld),
    );
  }

  /** Once more with every token that was handed out until the end, and the files that nobody attached. */
  async onEnd(): Promise<{ status?: FullResult['status'] } | undefined> {
    await this.ready;
    for (const test of this.suite?.allTests() ?? []) {
      for (const result of test.results) this.redact(test, result);
    }
    for (const project of this.config?.projects ?? []) this.redactFolder(project.outputDir);
    return this.failed ? { status: 'failed' } : undefined;
  }

  private failed = false;

  private async prepare(): Promise<void> {
    try {
      this.mask = createRunMask(gatherLiterals(await loadProduct()).literals);
    } catch {
      // What is wrong with the configuration is said by whoever needs the product; here it only means: show nothing.
      this.fail(
        'the values of the product could not be read, so that everything was withheld from the report',
      );
    }
  }

  /** Before the product is known nobody has signed in yet; and a terminal that fails would take the reporters with it. */
  private maskTerminal(text: string): string {
    try {
      return this.mask ? this.mask(text) : text;
    } catch {
      this.fail('what was written to the terminal could not be redacted and was withheld');
      return '‹withheld: it could not be redacted›\n';
    }
  }

  private masking(): Mask {
    return this.mask ?? withheld;
  }

  private redact(test: TestCase, result: TestResult): void {
    this.guard(
      'a test’s result',
      () => redactResult(test, result, this.masking()),
      () => withholdResult(test, result),
    );
  }

  private redactFolder(folder: string): void {
    for (const path of filesIn(folder)) {
      this.guard(
        'a file',
        () => redactFile(path, this.masking()),
        () => rmSync(path, { force: true }),
      );
    }
  }

  private guard(what: string, redact: () => void, withhold: () => void): void {
    try {
      redact();
    } catch {
      // The error may quote what could not be masked: it is not repeated.
      withhold();
      this.fail(`${what} could not be redacted and was withheld from the report`);
    }
  }

  private fail(problem: string): void {
    this.failed = true;
    noteProblem(problem);
  }
}

function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
