import { withPublicKey } from '../../product/sessions/forgeries';
import { publishedKeys } from '../../product/key-set';
import type { Holding, Visitor } from '../../visit/visitor';
import { conclude, type Conclusion } from '../conclude';
import { carriedBy, goodTokenOf, isFirstOfRoute } from '../forging';
import { readControl, subjectOf, tryRequests } from '../read';
import { forgeToken } from '../techniques/forge-token';
import { triesOf } from '../techniques/tries-of';

/**
 * `expect(forgedToken).toBeRefusedWithPublishedKeys(invoice)`: the found token, signed anew with the product's own
 * public keys as if they were secrets, opens nothing. Where no key is published there is nothing to be tried.
 */
export async function toBeRefusedWithPublishedKeys(intruder: Visitor, holding: Holding): Promise<Conclusion> {
  const { product } = intruder.stage;
  const { record } = holding;
  const good = await goodTokenOf(intruder);
  const keys = await publishedKeys(intruder.api, product);
  const forgeries = good === undefined ? [] : keys.flatMap((key) => withPublicKey(good, key));
  const reads = product.reads.filter(
    (read) => read.kind === record.kind && isFirstOfRoute(read, product.reads),
  );
  const attempts = await Promise.all(
    reads.map((read) => {
      const forging = { forgeries, headers: carriedBy(intruder) };
      const tries = triesOf([forgeToken], { ...subjectOf(holding, read), forging });
      return tryRequests(intruder, record, read, tries, readControl(intruder, holding, read));
    }),
  );
  return conclude(
    intruder.stage,
    `${intruder.name} is refused ${record.owner}'s ${record.kind} with a token signed by a public key`,
    attempts.flat(),
  );
}
