import type { SeeAgain } from './acceptance-schema';
import type { StageResults, TestRecord } from './results';

/** `records › user B cannot read user A’s invoice`: what a test is called wherever it is named. */
export function guaranteeOf({ titlePath }: TestRecord): string {
  return titlePath.join(' › ');
}

/**
 * The command that runs one test again. What a shell or a regular expression would read otherwise becomes a dot,
 * which stands for any character.
 */
export function seeAgain(test: TestRecord, config: StageResults['config']): SeeAgain {
  const title = test.titlePath.join(' ').replace(/[^\p{L}\p{N} ,:;’'_-]/gu, '.');
  const options = config === null ? [] : ['--config', config];
  const command = ['npx playwright test', ...options, test.file, '-g', `"${title}"`].join(' ');
  return { guarantee: guaranteeOf(test), command };
}
