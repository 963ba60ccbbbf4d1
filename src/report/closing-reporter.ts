import { basename } from 'node:path';
import type { FullConfig, FullResult, Reporter } from '@playwright/test/reporter';
import { loadProduct } from '../product/load';
import { accept } from './acceptance';
import { reportFolders } from './folders';
import { takeLastLook } from './last-look';
import { gatherLiterals, type Literal } from './literals';
import { readResults, type Stage } from './results';
import { inShort } from './say';
import { expectedStages, isListing, stageOf } from './stage';
import { forgetTokens, tokensOrNone } from './tokens';

/**
 * Must be the last reporter: when its turn comes, all others have written what they write. It searches that, writes
 * the report, says the verdict, and makes a run that is not green end in red.
 */
// oxlint-disable-next-line import/no-default-export -- Playwright loads a reporter's default export.
export default class ClosingReporter implements Reporter {
  private config: FullConfig | undefined;
  private stage: Stage = 'guarantees';

  printsToStdio(): boolean {
    return false;
  }

  onBegin(config: FullConfig): void {
    this.config = config;
    this.stage = stageOf(config);
  }

  async onEnd(result: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    if (isListing()) return undefined;
    const { isGreen } = await this.close(this.isLast());
    return isGreen || result.status !== 'passed' ? undefined : { status: 'failed' };
  }

  /**
   * A reporter that was added on the command line comes after this one and writes after it: look once more.
   * @throws when something has to be deleted: so late, an error is the only way left to make the run fail
   */
  async onExit(): Promise<void> {
    const { deleted } = this.isLast() || isListing() ? { deleted: [] } : await this.close(true);
    forgetTokens();
    if (deleted.length > 0) throw new Error(deleted.join('\n'));
  }

  private async close(isOver: boolean): Promise<{ isGreen: boolean; deleted: readonly string[] }> {
    const { root, results } = reportFolders();
    const expected = expectedStages([]);
    const { acceptance, deleted } = takeLastLook({
      reports: root,
      alsoSearch: (this.config?.projects ?? []).map(({ outputDir }) => outputDir),
      literals: [...(await literalsOfProduct()), ...tokensOrNone()],
      expected,
      stage: this.stage,
    });
    for (const sentence of deleted) process.stderr.write(`${sentence}\n`);
    // Whoever named the stage runs others besides, and lets the report speak when all are done.
    if (isOver && !process.env['TRESPASS_STAGE']) process.stdout.write(inShort(acceptance, root));
    const own = readResults(results).filter(({ stage }) => stage === this.stage);
    const verdict = accept(own, {
      expected: expected.filter((stage) => stage === this.stage),
      now: new Date(),
    }).verdict;
    return { isGreen: own.length > 0 && verdict.exitCode === 0, deleted };
  }

  private isLast(): boolean {
    const last = this.config?.reporter.at(-1)?.[0] ?? '';
    return basename(last) === 'closing-reporter.ts';
  }
}

/** Where there is no product, the redaction has withheld everything and has noted that as a problem of the run. */
async function literalsOfProduct(): Promise<readonly Literal[]> {
  const product = await loadProduct().catch(() => undefined);
  return product ? gatherLiterals(product).literals : [];
}
