import type { Visitor } from '../visit/visitor';
import type { Attempt } from '../words';
import { betweenControls, type Control } from './controls';
import { probeOf, trySaying, type Saying } from './conversation';

/**
 * Says things at the chatbot's endpoint between controls. One after the other: side by side they would catch what a bot
 * mixes up under load, and call it the fault of what was said.
 */
export function sayBetween(
  control: Control,
  intruder: Visitor,
  sayings: readonly Saying[],
): Promise<readonly Attempt[]> {
  const planned = sayings.map(({ what, owner, kind }) => ({
    probe: { kind: 'chat' as const, what: probeOf(what, 'api') },
    viewer: intruder.name,
    owner,
    kind,
  }));
  return betweenControls(control, planned, async () => {
    const attempts: Attempt[] = [];
    for (const saying of sayings) attempts.push(await trySaying(intruder, 'api', saying));
    return attempts;
  });
}
