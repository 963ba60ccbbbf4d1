import type { Page } from '@playwright/test';
import { readExhibits } from '../oracle/read-exhibits';
import { followTraffic } from '../product/chat/traffic';
import { waitFor } from '../product/chat/wait';
import type { Visitor } from '../visit/visitor';
import type { Attempt, Millis, OwnerName } from '../words';
import { judgePage, planOf, tryPage, type PageTry } from './page';
import { settledAfter } from './page-settled';
import { anyKind } from './sayings';

/**
 * Before anybody signs in: the page as it stands and all that the browser keeps, what the back button brings back, and
 * the private pages, for somebody who simply opens them.
 */
export async function lookAtWhatIsLeft(second: Visitor, owner: OwnerName): Promise<readonly Attempt[]> {
  const { page, stage } = second;
  const attempts: Attempt[] = [];
  if (page.url() !== 'about:blank') {
    await nothingOnItsWay(page);
    attempts.push(await look(second, `look at what ${owner} left in the browser`, owner));
    await settledAfter(page, () => page.goBack());
    attempts.push(await look(second, `go back to where ${owner} was`, owner));
  }
  for (const path of stage.product.pages.private) attempts.push(await tryPage(second, triedAt(path, owner)));
  return attempts;
}

/** What comes of opening a page in a browser that somebody else has used. */
export function triedAt(path: string, owner: OwnerName): PageTry {
  const what = `${path} in the browser that ${owner} left`;
  return { what, path, owner, kind: anyKind, asked: 'same-browser' };
}

async function look(second: Visitor, what: string, owner: OwnerName): Promise<Attempt> {
  const { ledger, page } = second;
  await ledger.settle();
  const path = new URL(page.url()).pathname;
  const tried = triedAt(path, owner);
  const opened = { status: 200, path, exhibits: await readExhibits(ledger.exhibits()) };
  return {
    ...planOf(second, tried),
    probe: { kind: 'navigation', what },
    verdict: judgePage(second, opened, tried),
    requests: 0,
  };
}

/** Longest that an answer to who has left is waited for; a stream that is always open never ends. */
const patience: Millis = 5_000;

/** Where a page outlives the sign-out, so may an answer that was on its way. */
async function nothingOnItsWay(page: Page): Promise<void> {
  const traffic = followTraffic(page);
  await waitFor(() => traffic.inFlight().length === 0, Date.now() + patience);
}
