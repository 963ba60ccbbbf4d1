import type { Attempt } from '../words';
import { unknown } from './judge';

/** A control that has to hold before and after a batch of attempts: a sentence on what is wrong, or `undefined`. */
export type Control = () => Promise<string | undefined>;

/**
 * Runs attempts between controls. Without the control before, nothing is tried and everything is unknown; without the
 * control after, what seemed to hold is unknown (it may only have been broken). A leak stays a leak.
 *
 * @param control asked before and after
 * @param planned what the batch will try, for the report when it is not tried
 */
export async function betweenControls(
  control: Control,
  planned: readonly Omit<Attempt, 'verdict' | 'requests'>[],
  attempts: () => Promise<readonly Attempt[]>,
): Promise<readonly Attempt[]> {
  const before = await control();
  if (before !== undefined) {
    return planned.map((plan) => ({ ...plan, requests: 0, verdict: unknown('control-failed', before) }));
  }
  const tried = await attempts();
  if (tried.every(({ verdict }) => verdict.is !== 'held')) return tried;
  const after = await control();
  if (after === undefined) return tried;
  const detail = `${after} (after the attempt)`;
  return tried.map((attempt) =>
    attempt.verdict.is === 'held' ? { ...attempt, verdict: unknown('control-failed', detail) } : attempt,
  );
}
