import type { Visitor } from '../../visit/visitor';
import type { Attempt } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { tryWrites } from '../writes';

/**
 * `expect(userB).toChangeNothingOf(userA)`: the visitor can neither change nor remove a row of the keeper's, nor make
 * one that is the keeper's. Only on a product that is ours to write to: elsewhere nothing is tried, and it is unknown.
 */
export async function toChangeNothingOf(intruder: Visitor, keeper: Visitor): Promise<Conclusion> {
  const { demo, writes } = intruder.stage.product;
  const attempts: Attempt[] = [];
  for (const table of demo ? writes : []) attempts.push(...(await tryWrites(intruder, keeper, table)));
  return conclude(intruder.stage, `${intruder.name} changes nothing of ${keeper.name}'s`, attempts);
}
