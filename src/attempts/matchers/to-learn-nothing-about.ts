import type { Holding, Visitor } from '../../visit/visitor';
import type { Attempt } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { tryEtag } from '../etag';
import { tryExistence } from '../existence';
import { tryEstimate } from '../estimates';
import { tryBodyTotal } from '../list-totals';
import { isList, takes } from '../techniques/takes';
import { tryTotal } from '../totals';

/**
 * `expect(userB).toLearnNothingAbout(invoice)`: not even that it exists. Its id is answered like one that nothing has,
 * and rows that are not shown are not counted either.
 */
export async function toLearnNothingAbout(intruder: Visitor, holding: Holding): Promise<Conclusion> {
  const { record } = holding;
  const attempts: Attempt[] = [];
  for (const read of intruder.stage.product.reads.filter(({ kind }) => kind === record.kind)) {
    if (takes(read, 'id')) {
      attempts.push(...(await tryExistence(intruder, holding, read)));
      attempts.push(...(await tryEtag(intruder, holding, read)));
    } else if (!read.rows) attempts.push(...(await tryBodyTotal(intruder, holding, read)));
    if (read.rows && !isList(read)) {
      attempts.push(...(await tryTotal(intruder, holding, read)));
      attempts.push(...(await tryEstimate(intruder, holding, read)));
    }
  }
  return conclude(
    intruder.stage,
    `${intruder.name} learns nothing about ${record.owner}'s ${record.kind}`,
    attempts,
  );
}
