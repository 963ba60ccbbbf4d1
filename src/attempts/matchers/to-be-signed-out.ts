import type { Visitor } from '../../visit/visitor';
import type { Attempt } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { firstRecordOf } from '../first-record';
import { tryRead } from '../read';

/**
 * `expect(signedOut).toBeSignedOutOf(userA)`: at every endpoint that can know of sessions, the token of a session that
 * was signed out shows none of its owner's records. Rows are left out: PostgREST knows no sessions, and serves a token
 * until it runs out by design.
 */
export async function toBeSignedOutOf(visitor: Visitor, keeper: Visitor): Promise<Conclusion> {
  const { product } = visitor.stage;
  const attempts: Attempt[] = [];
  for (const read of product.reads.filter(({ rows }) => !rows)) {
    const record = firstRecordOf(keeper, read.kind);
    if (record) attempts.push(...(await tryRead(visitor, { record, keeper }, read)));
  }
  return conclude(visitor.stage, `${visitor.name} is signed out of ${keeper.name}'s records`, attempts);
}
