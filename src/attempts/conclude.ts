import type { Stage } from '../visit/visitor';
import type { Attempt } from '../words';
import { notChecked } from './not-checked';
import { tellAttempts } from './tell';

/** What Playwright's `expect.extend` wants of a matcher. */
export interface Conclusion {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * Turns attempts into a matcher's result, and leaves them for the report. What is unknown throws, so that neither
 * `expect(…)` nor `expect(…).not` can take it for a success; a leak is told before anything unknown.
 *
 * @param expected the sentence that should hold: "userB is refused userA's invoice"
 */
export function conclude({ facts }: Stage, expected: string, attempts: readonly Attempt[]): Conclusion {
  for (const attempt of attempts) facts.attempt(attempt);
  if (attempts.length === 0) {
    throw notChecked(facts, { what: 'not-configured', detail: `nothing was tried to show that ${expected}` });
  }
  const told = `Expected: ${expected}\nSeen: ${tellAttempts(attempts)}`;
  const has = (is: Attempt['verdict']['is']) => attempts.some(({ verdict }) => verdict.is === is);
  if (has('unknown') && !has('leaked')) throw new Error(`unknown: it could not be checked\n${told}`);
  return { pass: !has('leaked'), message: () => told };
}
