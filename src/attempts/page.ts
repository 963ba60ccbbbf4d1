import { readExhibits } from '../oracle/read-exhibits';
import type { Visitor } from '../visit/visitor';
import type { Attempt, Exhibit, Millis, OwnedRecord, OwnerName, Refusal, Verdict } from '../words';
import { isAlive } from './diagnose';
import { unknown } from './judge';
import { judgeRecords } from './judge-records';
import { showsRecordOf } from './look';
import { gotoAndSettle, settledAfter } from './page-settled';

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
  /** How it came about, when it is more than opening a page. */
  readonly asked?: 'same-browser';
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

/** On a busy machine a page may be quiet for a while before it shows what it has: a control waits so long for it. */
const controlPatience: Millis = 5_000;

/** The control: whether opening this page shows the visitor the record that is its own. */
export function pageShows(
  visitor: Visitor,
  path: string,
  { owner, kind }: Pick<OwnedRecord, 'owner'> & Partial<Pick<OwnedRecord, 'kind'>>,
): Promise<boolean> {
  return pageComesToShow(visitor, path, (exhibits) => showsRecordOf(visitor, exhibits, owner, kind));
}

/** Opens a page and waits until what it has shown is what a control looks for, or has not come for too long. */
export async function pageComesToShow(
  visitor: Visitor,
  path: string,
  isThere: (exhibits: readonly Exhibit[]) => boolean,
): Promise<boolean> {
  const { page, ledger } = visitor;
  const mark = ledger.mark();
  const latest = Date.now() + controlPatience;
  let { exhibits } = await openPage(visitor, path);
  while (!isThere(exhibits)) {
    if (Date.now() > latest) return false;
    await settledAfter(page, () => ledger.settle());
    exhibits = await readExhibits(ledger.since(mark));
  }
  return true;
}

/**
 * Rule 0 of the design for the intruder: with the same session, a private page shows it a record of its own. Who has no
 * live session has nothing of its own to see: there the keeper's control stands alone.
 *
 * @returns what is wrong, or `undefined` when the control holds
 */
export async function ownPageControl(intruder: Visitor): Promise<string | undefined> {
  const { account, session } = intruder.persona;
  if (!isAlive(session) || account === null) return undefined;
  const { pages } = intruder.stage.product;
  for (const path of pages.private) if (await pageShows(intruder, path, { owner: account })) return undefined;
  return `${intruder.name} is shown nothing of its own on ${pages.private.join(', ') || 'any page: pages.private is empty in the config'}`;
}

/** What an attempt at a page will be, for the report when it is not tried. */
export function planOf(
  { name }: Visitor,
  { what, owner, kind }: PageTry,
): Omit<Attempt, 'verdict' | 'requests'> {
  return { probe: { kind: 'navigation', what: `open ${what}` }, viewer: name, owner, kind };
}

/** One attempt to see somebody else's record on a page; the controls are the caller's business. */
export async function tryPage(intruder: Visitor, tried: PageTry): Promise<Attempt> {
  intruder.said.push(tried.path);
  const verdict = judgePage(intruder, await openPage(intruder, tried.path), tried);
  return { ...planOf(intruder, tried), verdict, requests: 1 };
}

/** What a page was, by whose records it shows and only then by its status. */
export function judgePage(intruder: Visitor, opened: Opened, { what, asked }: PageTry): Verdict {
  const admin = intruder.stage.product.pages.admin.includes(what);
  const byRecords = judgeRecords(intruder, opened.exhibits, asked ? { by: asked } : { by: 'page', admin });
  if (byRecords) return byRecords;
  if (!opened.exhibits.some(({ channel }) => channel === 'dom'))
    return unknown('control-failed', `nothing of what ${what} holds was seen`);
  if (opened.status === 429) return unknown('throttled', `${what} answered 429 (too many requests)`);
  if (opened.status === 0 || opened.status >= 500)
    return unknown('server-error', `${what} answered ${opened.status}`);
  return { is: 'held', because: refusalOf(intruder, opened) };
}

function refusalOf(intruder: Visitor, { status, path, exhibits }: Opened): Refusal {
  const { stage, persona } = intruder;
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (path === stage.product.pages.signIn) return 'sign-in-page';
  const isOwn = persona.account !== null && showsRecordOf(intruder, exhibits, persona.account);
  return isOwn ? 'own-records-only' : 'plain-answer';
}
