import type { Visitor } from '../../visit/visitor';
import type { Attempt, Exhibit } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { betweenControls } from '../controls';
import { showsRecordOf } from '../look';
import { openPage, tryPage } from '../page';
import { tryRequests } from '../read';
import { sendAs } from '../send-as';
import { anyKind } from '../sayings';
import { requestOf, shapeOf } from '../techniques/replay';

/**
 * `expect(userB).toBeKeptOutOfAdmin(admin)`: at the admin endpoints and on the admin pages the visitor is shown nothing,
 * while the administrator, in the same way, is shown records of others.
 */
export async function toBeKeptOutOfAdmin(intruder: Visitor, keeper: Visitor): Promise<Conclusion> {
  const attempts = [...(await tryAdminReads(intruder, keeper)), ...(await tryAdminPages(intruder, keeper))];
  return conclude(intruder, `${intruder.name} is kept out of what only ${keeper.name} may see`, attempts);
}

async function tryAdminReads(intruder: Visitor, keeper: Visitor): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (const read of intruder.stage.product.adminReads) {
    const record = { owner: keeper.name, kind: read.kind, fields: {} };
    const request = requestOf({ read, record, user: keeper.session?.userId });
    if (!request) continue;
    const control = async () =>
      showsOthers(keeper, (await sendAs(keeper, request)).exhibits)
        ? undefined
        : `${keeper.name} is shown nobody's records at ${read.path}`;
    const tried = { what: shapeOf(read), request, asked: 'endpoint' } as const;
    attempts.push(...(await tryRequests(intruder, record, read, [tried], control)));
  }
  return attempts;
}

async function tryAdminPages(intruder: Visitor, keeper: Visitor): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (const page of intruder.stage.product.pages.admin) {
    const tried = { what: page, path: page, owner: keeper.name, kind: anyKind };
    const plan = {
      probe: { kind: 'navigation', what: `open ${page}` },
      viewer: intruder.name,
      owner: keeper.name,
      kind: anyKind,
    } as const;
    const control = async () =>
      showsOthers(keeper, (await openPage(keeper, page)).exhibits)
        ? undefined
        : `${keeper.name} is shown nobody's records on ${page}`;
    attempts.push(...(await betweenControls(control, [plan], async () => [await tryPage(intruder, tried)])));
  }
  return attempts;
}

/** What makes it an admin's view: records of somebody else stand in it. */
function showsOthers(keeper: Visitor, exhibits: readonly Exhibit[]): boolean {
  const others = keeper.persona.sees.filter((owner) => owner !== keeper.persona.account);
  return others.some((owner) => showsRecordOf(keeper, exhibits, owner));
}
