import { readExhibits } from '../oracle/read-exhibits';
import type { Visitor } from '../visit/visitor';
import type { Attempt, Exhibit, OwnedRecord, OwnerName, Refusal, Verdict } from '../words';
import { diagnose } from './diagnose';
import { unknown } from './judge';
import { lookAt, showsRecordOf } from './look';
import { gotoAndSettle } from './page-settled';

/** What a page turned out to be, and all that was shown on the way there. */
interface Opened {
  readonly status: number;
  readonly path: string;
  readonly exhibits: readonly Exhibit[];
}

/** A page to try, and whose record is sought there. */
export interface PageTry {
  /** Path with its placeholder, for people: `/account/invoices/{id}`. */
  readonly what: string;
  readonly path: string;
  readonly owner: OwnerName;
  readonly kind: string;
}

/** Opens a page and waits until it has loaded all that it loads by itself. */
export async function openPage({ page, ledger }: Visitor, path: string): Promise<Opened> {
  const mark = ledger.mark();
  const status = await gotoAndSettle(page, path);
  await ledger.settle();
  return {
    status,
    path: new URL(page.url()).pathname,
    exhibits: await readExhibits(ledger.since(mark)),
  };
}

/** The control: whether opening this page shows the visitor the record that is its own. */
export async function pageShows(visitor: Visitor, path: string, record: OwnedRecord): Promise<boolean> {
  const { exhibits } = await openPage(visitor, path);
  return showsRecordOf(visitor, exhibits, record.owner, record.kind);
}

/** One attempt to see somebody else's record on a page; the controls are the caller's business. */
export async function tryPage(intruder: Visitor, tried: PageTry): Promise<Attempt> {
  intruder.said.push(tried.path);
  const verdict = verdictOf(intruder, await openPage(intruder, tried.path), tried);
  return {
    probe: { kind: 'navigation', what: `open ${tried.what}` },
    viewer: intruder.name,
    owner: tried.owner,
    kind: tried.kind,
    verdict,
    requests: 1,
  };
}

function verdictOf(intruder: Visitor, opened: Opened, { what }: PageTry): Verdict {
  const { foreign, unreadable } = lookAt(intruder, opened.exhibits);
  const admin = intruder.stage.product.pages.admin.includes(what);
  const [first, ...more] = foreign.map((finding) => ({
    ...finding,
    rootCause: diagnose({ finding, session: intruder.persona.session, asked: { by: 'page', admin } }),
  }));
  if (first) return { is: 'leaked', findings: [first, ...more] };
  if (unreadable.length > 0) return unknown('unreadable', unreadable.join('; '));
  if (opened.status === 429) return unknown('throttled', `${what} answered 429 (too many requests)`);
  if (opened.status === 0 || opened.status >= 500)
    return unknown('server-error', `${what} answered ${opened.status}`);
  return { is: 'held', because: refusalOf(intruder, opened) };
}

function refusalOf({ stage, viewer }: Visitor, { status, path }: Opened): Refusal {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (path === stage.product.pages.signIn) return 'sign-in-page';
  return viewer.sees.length > 0 ? 'own-records-only' : 'plain-answer';
}
