import type { Visitor } from '../../visit/visitor';
import type { Attempt, OwnedRecord } from '../../words';
import { conclude, type Conclusion } from '../conclude';
import { betweenControls } from '../controls';
import { pageShows, tryPage, type PageTry } from '../page';

/**
 * `expect(userB).toBeShownNothingOf(userA)`: on the private pages, and on the page of each of the keeper's records,
 * nothing of the keeper's is in anything that the visitor's browser was shown. The keeper itself is shown it there.
 */
export async function toBeShownNothingOf(intruder: Visitor, keeper: Visitor): Promise<Conclusion> {
  const attempts: Attempt[] = [];
  for (const { page, record } of pagesWith(keeper)) {
    const path = filled(page, record);
    const tried: PageTry = { what: page, path, owner: record.owner, kind: record.kind };
    const planned = {
      probe: { kind: 'navigation', what: `open ${page}` },
      viewer: intruder.name,
      ...ownedBy(record),
    } as const;
    const control = async () =>
      (await pageShows(keeper, path, record))
        ? undefined
        : `${keeper.name} is not shown its ${record.kind} on ${page}`;
    attempts.push(
      ...(await betweenControls(control, [planned], async () => [await tryPage(intruder, tried)])),
    );
  }
  return conclude(intruder, `${intruder.name} is shown nothing of ${keeper.name} on any page`, attempts);
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

function ownedBy({ owner, kind }: OwnedRecord) {
  return { owner, kind };
}
