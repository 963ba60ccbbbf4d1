import type { Read } from '../../product/types';
import type { Visitor } from '../../visit/visitor';
import type { Attempt, Exhibit } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { listOf, namesOf, type Intruders } from '../intruders';
import { showsRecordOf } from '../look';
import { pageComesToShow } from '../page';
import { tryRequests } from '../read';
import { anyKind } from '../sayings';
import { sendAs } from '../send-as';
import { claimRole } from '../techniques/claim-role';
import { replay, requestOf } from '../techniques/replay';
import { triesOf } from '../techniques/tries-of';
import { tryPages } from '../try-pages';

/**
 * `expect(userB).toBeKeptOutOfAdmin(admin)`: at the admin endpoints, also when it says that it is an admin, and on the
 * admin pages the visitor is shown nothing, while the administrator, in the same way, is shown records of others.
 */
export async function toBeKeptOutOfAdmin(received: Intruders, keeper: Visitor): Promise<Conclusion> {
  const intruders = listOf(received);
  const adminReads = [...keeper.stage.product.adminReads, ...(await pagesThatAnswer(keeper))];
  const reads = await Promise.all(intruders.map((intruder) => tryAdminReads(intruder, keeper, adminReads)));
  const attempts = [...reads.flat(), ...(await tryAdminPages(intruders, keeper))];
  return conclude(
    keeper.stage,
    `${namesOf(intruders)}: kept out of what only ${keeper.name} may see`,
    attempts,
  );
}

/** Admin pages that hold records in their very HTML, as servers that render their pages send it. */
async function pagesThatAnswer(keeper: Visitor): Promise<readonly Read[]> {
  const reads = keeper.stage.product.pages.admin.map((path) => ({ name: path, kind: anyKind, path }));
  const shown = await Promise.all(
    reads.map(async ({ path }) => showsOthers(keeper, (await sendAs(keeper, { path })).exhibits)),
  );
  return reads.filter((_, index) => shown[index]);
}

async function tryAdminReads(
  intruder: Visitor,
  keeper: Visitor,
  adminReads: readonly Read[],
): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (const read of adminReads) {
    const record = { owner: keeper.name, kind: read.kind, fields: {} };
    const subject = { read, record, user: keeper.session?.userId };
    const request = requestOf(subject);
    if (!request) continue;
    const control = async () =>
      showsOthers(keeper, (await sendAs(keeper, request)).exhibits)
        ? undefined
        : `${keeper.name} is shown nobody's records at ${read.path}`;
    const tries = triesOf([replay, claimRole], subject);
    attempts.push(...(await tryRequests(intruder, record, read, tries, control)));
  }
  return attempts;
}

function tryAdminPages(intruders: readonly Visitor[], keeper: Visitor): Promise<readonly Attempt[]> {
  const pages = keeper.stage.product.pages.admin.map((page) => ({
    tried: { what: page, path: page, owner: keeper.name, kind: anyKind },
    control: async () =>
      (await pageComesToShow(keeper, page, (exhibits) => showsOthers(keeper, exhibits)))
        ? undefined
        : `${keeper.name} is shown nobody's records on ${page}`,
  }));
  return tryPages(intruders, pages);
}

/** What makes it an admin's view: records of somebody else stand in it. */
function showsOthers(keeper: Visitor, exhibits: readonly Exhibit[]): boolean {
  const others = keeper.persona.sees.filter((owner) => owner !== keeper.persona.account);
  return others.some((owner) => showsRecordOf(keeper, exhibits, owner));
}
