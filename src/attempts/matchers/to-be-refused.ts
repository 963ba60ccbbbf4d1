import type { Holding, Visitor } from '../../visit/visitor';
import { conclude, type Conclusion } from '../conclude';
import { tryRead } from '../read';

/**
 * `expect(userB).toBeRefused(invoice)`: at every endpoint of the config that reads records of this kind, by every
 * technique, the visitor is not shown the record.
 */
export async function toBeRefused(intruder: Visitor, holding: Holding): Promise<Conclusion> {
  const { record } = holding;
  const reads = intruder.stage.product.reads.filter(({ kind }) => kind === record.kind);
  const attempts = await Promise.all(reads.map((read) => tryRead(intruder, holding, read)));
  return conclude(
    intruder.stage,
    `${intruder.name} is refused ${record.owner}'s ${record.kind}`,
    attempts.flat(),
  );
}
