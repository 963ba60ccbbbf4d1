import type { Visitor } from '../../visit/visitor';
import type { Endpoint } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { listOf, namesOf, type Intruders } from '../intruders';
import { notChecked } from '../not-checked';
import { recordAs } from '../recorder/record';
import { rehearsedRecording } from '../recorder/rehearse';
import { replayAll } from '../recorder/replay-all';
import { rehearseFiles } from '../stored/rehearse';
import { tryStoredFiles } from '../stored/try-files';

/**
 * `expect(userB).toGainNothingFromWhatIsAskedBy(userA)`: every request of the keeper's browser whose answer holds private
 * records is sent again by the visitor, with its own credentials, and shows it nothing of theirs; nor do the buckets that
 * hold the keeper's files. Leaves the inventory of all endpoints for the report. The keeper needs a browser, the others none.
 */
export async function toGainNothingFromWhatIsAskedBy(
  received: Intruders,
  keeper: Visitor,
): Promise<Conclusion> {
  const intruders = listOf(received);
  const { rehearsal } = keeper.stage;
  const { inventory: recorded, replays } = rehearsal
    ? rehearsedRecording(keeper, rehearsal)
    : await recordAs(keeper);
  const files = rehearsal
    ? rehearseFiles(intruders, keeper, rehearsal)
    : await tryStoredFiles(intruders, keeper);
  const inventory = { ...recorded, endpoints: [...recorded.endpoints, ...files.endpoints] };
  keeper.stage.facts.inventory(inventory);
  const expected = `what ${keeper.name}'s browser asks for gives ${namesOf(intruders)} nothing of hers`;
  if (!rehearsal && !inventory.endpoints.some(({ records }) => isShownItsOwn(keeper, records))) {
    const detail = `${keeper.name}'s browser was shown nothing private at any endpoint: the walk saw too little`;
    throw notChecked(keeper.stage.facts, { what: 'control-failed', detail });
  }
  // Whatever the browser asks for is tried by other guarantees already.
  if (replays.length + files.attempts.length === 0) return { pass: true, message: () => expected };
  const attempts = await replayAll(intruders, keeper, replays);
  return conclude(keeper.stage, expected, [...attempts, ...files.attempts]);
}

/** The control of the walk: with a session that is no good, it would record refusals. */
function isShownItsOwn({ persona }: Visitor, records: Endpoint['records']): boolean {
  return records?.some(({ owner }) => persona.sees.includes(owner)) ?? false;
}
