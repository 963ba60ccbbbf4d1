import type { Visitor } from '../../visit/visitor';
import type { Attempt, Exhibit } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { betweenControls } from '../controls';
import { listOf, namesOf, type Intruders } from '../intruders';
import { showsRecordOf } from '../look';
import { openPage, ownPageControl, planOf, tryPage } from '../page';
import { tryRequests } from '../read';
import { anyKind } from '../sayings';
import { sendAs } from '../send-as';
import { claimRole } from '../techniques/claim-role';
import { replay, requestOf } from '../techniques/replay';

/**
 * `expect(userB).toBeKeptOutOfAdmin(admin)`: at the admin endpoints, also when it says that it is an admin, and on the
 * admin pages the visitor is shown nothing, while the administrator, in the same way, is shown records of others.
 */
export async function toBeKeptOutOfAdmin(received: Intruders, keeper: Visitor): Promise<Conclusion> {
  const intruders = listOf(received);
  const reads = await Promise.all(intruders.map((intruder) => tryAdminReads(intruder, keeper)));
  const attempts = [...reads.flat(), ...(await tryAdminPages(intruders, keeper))];
  return conclude(
    keeper.stage,
    `${namesOf(intruders)}: kept out of what only ${keeper.name} may see`,
    attempts,
  );
}

async function tryAdminReads(intruder: Visitor, keeper: Visitor): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (const read of intruder.stage.product.adminReads) {
    const record = { owner: keeper.name, kind: read.kind, fields: {} };
    const subject = { read, record, user: keeper.session?.userId };
    const request = requestOf(subject);
    if (!request) continue;
    const control = async () =>
      showsOthers(keeper, (await sendAs(keeper, request)).exhibits)
        ? undefined
        : `${keeper.name} is shown nobody's records at ${read.path}`;
    const tries = [...replay.tries(subject), ...claimRole.tries(subject)];
    attempts.push(...(await tryRequests(intruder, record, read, tries, control)));
  }
  return attempts;
}

async function tryAdminPages(intruders: readonly Visitor[], keeper: Visitor): Promise<readonly Attempt[]> {
  const { admin } = keeper.stage.product.pages;
  if (admin.length === 0) return [];
  const wrongs = new Map(
    await Promise.all(intruders.map(async (one) => [one, await ownPageControl(one)] as const)),
  );
  const attempts: Attempt[] = [];
  for (const page of admin) {
    const tried = { what: page, path: page, owner: keeper.name, kind: anyKind };
    const control = async () =>
      showsOthers(keeper, (await openPage(keeper, page)).exhibits)
        ? undefined
        : `${keeper.name} is shown nobody's records on ${page}`;
    const plans = intruders.map((intruder) => planOf(intruder, tried));
    attempts.push(
      ...(await betweenControls(control, plans, () =>
        Promise.all(intruders.map((intruder) => tryPage(intruder, tried, wrongs.get(intruder)))),
      )),
    );
  }
  return attempts;
}

/** What makes it an admin's view: records of somebody else stand in it. */
function showsOthers(keeper: Visitor, exhibits: readonly Exhibit[]): boolean {
  const others = keeper.persona.sees.filter((owner) => owner !== keeper.persona.account);
  return others.some((owner) => showsRecordOf(keeper, exhibits, owner));
}
