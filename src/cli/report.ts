import { isConfigError } from '../product/config-error';
import { loadProduct } from '../product/load';
import { reportFolders } from '../report/folders';
import { takeLastLook } from '../report/last-look';
import { gatherLiterals } from '../report/literals';
import { stages } from '../report/results';
import { inShort } from '../report/say';
import { expectedStages } from '../report/stage';

process.exitCode = await report();

/**
 * Writes the report of what the stages have left, after a last look at everything that was written.
 * @returns 0 all held, 1 a leak or a gate missed, 2 the configuration is wrong, 3 something is unknown
 */
async function report(): Promise<0 | 1 | 2 | 3> {
  try {
    const { root } = reportFolders();
    const { literals } = gatherLiterals(await loadProduct());
    const { acceptance, deleted } = takeLastLook({
      reports: root,
      alsoSearch: [],
      literals,
      expected: expectedStages(stages),
      stage: 'guarantees',
    });
    for (const sentence of deleted) process.stderr.write(`${sentence}\n`);
    process.stdout.write(inShort(acceptance, root));
    return acceptance.verdict.exitCode;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'The report could not be written.'}\n`);
    return isConfigError(error) ? 2 : 3;
  }
}
