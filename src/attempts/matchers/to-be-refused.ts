import type { Holding, Visitor } from '../../visit/visitor';
import type { Attempt } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { subjectOf, tryRead } from '../read';
import { techniques } from '../techniques';

/**
 * `expect(userB).toBeRefused(invoice)`: at every endpoint of the config that reads records of this kind, by every
 * technique, the visitor is not shown the record.
 */
export async function toBeRefused(intruder: Visitor, holding: Holding): Promise<Conclusion> {
  const { record } = holding;
  const reads = intruder.stage.product.reads.filter(({ kind }) => kind === record.kind);
  const attempts: Attempt[] = [];
  for (const read of reads) {
    const subject = subjectOf(holding, read, intruder);
    for (const tried of techniques.flatMap((technique) => [...technique.tries(subject)])) {
      attempts.push(...(await tryRead(intruder, holding, read, tried)));
    }
  }
  return conclude(intruder, `${intruder.name} is refused ${record.owner}'s ${record.kind}`, attempts);
}
