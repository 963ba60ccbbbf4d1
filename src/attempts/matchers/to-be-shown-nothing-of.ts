import type { Visitor } from '../../visit/visitor';
import type { OwnedRecord } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { listOf, namesOf, type Intruders } from '../intruders';
import { pageShows } from '../page';
import { tryPages } from '../try-pages';

/**
 * `expect(userB).toBeShownNothingOf(userA)`: on the private pages, and on the page of each of the keeper's records,
 * nothing of the keeper's is in anything that the visitor's browser was shown. The keeper is shown it there before and
 * after, and the visitor, with the same session, what is its own. Several visitors may share the keeper's controls.
 */
export async function toBeShownNothingOf(received: Intruders, keeper: Visitor): Promise<Conclusion> {
  const intruders = listOf(received);
  const pages = pagesWith(keeper).map(({ page, record }) => {
    const tried = { ...record, what: page, path: filled(page, record) };
    const control = async () =>
      (await pageShows(keeper, tried.path, record))
        ? undefined
        : `${keeper.name} is not shown its ${record.kind} on ${page}`;
    return { tried, control };
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
  readonly record: OwnedRecord;
}

/** The pages on which the keeper is shown a record, each with one to look for. */
function pagesWith({ stage, persona }: Visitor): readonly PageWithRecord[] {
  const { pages, records } = stage.product;
  const own = records.filter(({ owner }) => owner === persona.account);
  const byRecord = pages.records.flatMap(({ kind, path }) => {
    const record = own.find((candidate) => candidate.kind === kind && candidate.id !== undefined);
    return record ? [{ page: path, record }] : [];
  });
  const [any] = own;
  return any ? [...byRecord, ...pages.private.map((page) => ({ page, record: any }))] : byRecord;
}

function filled(path: string, { id }: OwnedRecord): string {
  return path.replaceAll('{id}', encodeURIComponent(id ?? ''));
}
