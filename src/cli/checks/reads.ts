import { firstRecordOf } from '../../attempts/first-record';
import { isShown } from '../../attempts/read';
import type { Read } from '../../product/types';
import type { Visitor } from '../../visit/visitor';
import { type Check, fine, type Said } from './check';

/** The control of every attempt at the API: each account is shown its own record by each read of the config. */
export const reads: Check = {
  id: 'reads',
  asks: 'is everybody shown their own at the API?',
  async run(room) {
    const { product } = room;
    if (product.reads.length === 0) return [];
    const visitors = await room.everybody();
    const said = await Promise.all(
      product.reads.flatMap((read) => visitors.flatMap((visitor) => controlOf(visitor, read))),
    );
    const failed = said.filter((one) => one !== undefined);
    return failed.length > 0 ? failed : [fine(`${said.length} reads show their owners what is theirs`)];
  },
};

function controlOf(keeper: Visitor, read: Read): readonly Promise<Said | undefined>[] {
  const record = firstRecordOf(keeper, read.kind);
  return record === undefined ? [] : [isShown({ record, keeper }, read).then(tell)];

  function tell(isThere: boolean): Said | undefined {
    if (isThere) return undefined;
    return {
      is: 'wrong',
      about: keeper.name,
      what: `${keeper.name} is not shown its ${read.kind} by "${read.name}" (${read.path})`,
      next: `compare the read with what the page asks for, and records with what ${keeper.name} has`,
    };
  }
}
