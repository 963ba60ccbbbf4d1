import type { TestInfo } from '@playwright/test';
import type { PersonaName } from '../words';
import type { Sent } from './rehearsal';
import type { Stage } from './visitor';

/** What one guarantee would send, as its rehearsal leaves it. */
export interface PlannedTest {
  readonly sent: Readonly<Record<PersonaName, Sent>>;
  readonly attempts: number;
  /** Why not all of it could be rehearsed, or what a run would leave unknown: sentences. */
  readonly unknown: readonly string[];
}

/** Name of the attachment that carries a {@link PlannedTest}. */
export const planAttachment = 'trespass-plan';

/** Leaves what was counted with the test. What a sound product's answers could not settle is not counted in full. */
export async function attachPlan(
  testInfo: Pick<TestInfo, 'attach'>,
  { rehearsal, facts }: Stage,
): Promise<void> {
  const { attempts, unknown } = facts.facts();
  const unsettled = attempts.flatMap(({ verdict }) =>
    verdict.is === 'unknown' ? [verdict.because.detail] : [],
  );
  const planned: PlannedTest = {
    sent: rehearsal?.all() ?? {},
    attempts: attempts.length,
    unknown: [...new Set([...unknown.map(({ detail }) => detail), ...unsettled])],
  };
  await testInfo.attach(planAttachment, { body: JSON.stringify(planned), contentType: 'application/json' });
}
