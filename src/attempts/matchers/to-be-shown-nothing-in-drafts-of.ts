import type { Visitor } from '../../visit/visitor';
import { conclude, type Conclusion } from '../conclude';
import { listOf, namesOf, type Intruders } from '../intruders';
import { tryPreviews } from '../previews';

/**
 * `expect(userB).toBeShownNothingInDraftsOf(userA)`: at the addresses under which drafts of the site are served, the
 * visitor is shown nothing of the keeper's either.
 */
export async function toBeShownNothingInDraftsOf(received: Intruders, keeper: Visitor): Promise<Conclusion> {
  const intruders = listOf(received);
  const expected = `the drafts of the site show ${namesOf(intruders)} nothing of ${keeper.name}`;
  return conclude(keeper.stage, expected, await tryPreviews(intruders, keeper));
}
