import type { TestInfo } from '@playwright/test';
import type { Attempt, PersonaName } from '../words';
import type { Sent } from './rehearsal';
import type { Stage } from './visitor';

/** What one guarantee would send, as its rehearsal leaves it. */
export interface PlannedTest {
  readonly sent: Readonly<Record<PersonaName, Sent>>;
  readonly attempts: number;
  /** How many of the requests each way of asking takes; controls, guesses that nobody is served, and the chatbot are none. */
  readonly byTechnique: Readonly<Record<string, number>>;
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
    byTechnique: requestsByTechnique(attempts),
    unknown: [...new Set([...unknown.map(({ detail }) => detail), ...unsettled])],
  };
  await testInfo.attach(planAttachment, { body: JSON.stringify(planned), contentType: 'application/json' });
}

function requestsByTechnique(attempts: readonly Attempt[]): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const { probe, requests } of attempts) {
    if (probe.kind !== 'request') continue;
    const technique = probe.technique ?? 'other';
    counted[technique] = (counted[technique] ?? 0) + requests;
  }
  return counted;
}
