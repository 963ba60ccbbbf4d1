import type { Visitor } from '../../visit/visitor';
import type { OwnerName } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { listOf, namesOf, type Intruders } from '../intruders';
import { pageShows } from '../page';
import { anyKind } from '../sayings';
import { tryPages } from '../try-pages';

/**
 * `expect(userB).toBeShownNothingOf(userA)`: on the private pages, and on the page of each of the keeper's records,
 * nothing of the keeper's is in anything that the visitor's browser was shown. The keeper is shown it there before and
 * after, and the visitor, with the same session, what is its own. Several visitors may share the keeper's controls.
 */
export async function toBeShownNothingOf(received: Intruders, keeper: Visitor): Promise<Conclusion> {
  const intruders = listOf(received);
  const pages = pagesWith(keeper).map(({ page, owner, kind, id }) => {
    const path = page.replaceAll('{id}', encodeURIComponent(id ?? ''));
    const sought = kind === undefined ? { owner } : { owner, kind };
    const control = async () =>
      (await pageShows(keeper, path, sought))
        ? undefined
        : `${keeper.name} is not shown its ${kind ?? 'records'} on ${page}`;
    return { tried: { what: page, path, owner, kind: kind ?? anyKind }, control };
  });
  const attempts = await tryPages(intruders, pages);
  return conclude(
    keeper.stage,
    `${namesOf(intruders)}: shown nothing of ${keeper.name} on any page`,
    attempts,
  );
}

interface PageWithRecord {
  readonly page: string;
  readonly owner: OwnerName;
  /** Where the page is about one record. */
  readonly kind?: string;
  readonly id?: string;
}

/** The pages on which the keeper is shown what is its own: each record's, and the private ones, whatever they show. */
function pagesWith({ stage, persona }: Visitor): readonly PageWithRecord[] {
  const { pages, records } = stage.product;
  const own = records.filter(({ owner }) => owner === persona.account);
  const byRecord = pages.records.flatMap(({ kind, path }) => {
    const record = own.find((candidate) => candidate.kind === kind && candidate.id !== undefined);
    return record?.id === undefined ? [] : [{ page: path, owner: record.owner, kind, id: record.id }];
  });
  const [any] = own;
  return any ? [...byRecord, ...pages.private.map((page) => ({ page, owner: any.owner }))] : byRecord;
}
