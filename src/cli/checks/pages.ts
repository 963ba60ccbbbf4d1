import { ownPageControl } from '../../attempts/page';
import { firstRecordOf } from '../../attempts/first-record';
import type { Visitor } from '../../visit/visitor';
import { type Check, fine, type Said } from './check';

/** The control of every attempt in a browser: a private page shows each account something of its own. */
export const pages: Check = {
  id: 'pages',
  asks: 'is everybody shown their own on the pages?',
  async run(room) {
    const visitors = (await room.everybody()).filter(ownsAnything);
    const said = await Promise.all(visitors.map(lookAtOwn));
    const failed = said.filter((one) => one !== undefined);
    if (failed.length > 0 || visitors.length === 0) return failed;
    return [fine(`${visitors.map(({ name }) => name).join(', ')} are shown what is theirs`)];
  },
};

function ownsAnything(visitor: Visitor): boolean {
  return visitor.stage.product.records.some(({ kind }) => firstRecordOf(visitor, kind) !== undefined);
}

async function lookAtOwn(visitor: Visitor): Promise<Said | undefined> {
  const wrong = await ownPageControl(visitor);
  if (wrong === undefined) return undefined;
  const next = 'correct pages.private, or records: what stands there has to be shown on one of these pages';
  return { is: 'wrong', about: visitor.name, what: wrong, next };
}
