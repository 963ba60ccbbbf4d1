import { errors, type Frame, type Page } from '@playwright/test';
import type { Visitor } from '../../visit/visitor';
import { firstRecordOf } from '../first-record';
import { ownQuestionsOf } from '../own-question';
import { gotoAndSettle, settledAfter } from '../page-settled';
import { clickWhatShowsMore } from './click';
import { knownIdsOf } from './known-ids';
import { fewOf } from './limits';
import { shapeOfAddress } from './shape';

/** Where a walk has been, from which request on the chatbot was talked to, and by which of them. */
export interface Walk {
  readonly pages: readonly string[];
  readonly chatFrom: number;
  /** The address to which the question was sent; absent where it went over a socket, or was seen in no request. */
  readonly chatAddress?: string;
  readonly leftOut: readonly string[];
}

/** A link that does something else than show a page, or ends the session. */
const notToFollow =
  /log-?out|sign-?out|abmelden|delete|remove|cancel|unsubscribe|\.(?:pdf|zip|png|jpe?g|svg|webp|gif|mp4|ics|csv|xlsx?|docx?)$/i;

/**
 * Opens the pages that are a visitor's own (those of the config, then the site's links, one of each shape), and asks the
 * chatbot one ordinary question. Nothing is judged here: the ledger holds what was asked and answered.
 */
export async function walk(visitor: Visitor, most: number): Promise<Walk> {
  const { page, ledger, stage } = visitor;
  const ids = knownIdsOf(visitor);
  const shapeOf = (address: string) =>
    shapeOfAddress(address, stage.product.site, ids).shown.split('?')[0] ?? '';
  const waiting = new Map(pagesOf(visitor).map((path) => [shapeOf(path), path]));
  const walked = new Set<string>();
  const failed: string[] = [];
  for (const [shape, path] of waiting) {
    if (walked.size >= most) break;
    walked.add(shape);
    const links = await open(visitor, path);
    if (typeof links === 'string') {
      failed.push(`the page ${shape} ${links}`);
      continue;
    }
    for (const link of links) waiting.set(shapeOf(link), waiting.get(shapeOf(link)) ?? link);
    if (!seesOthers(visitor)) await clickWhatShowsMore(page);
  }
  const chatFrom = ledger.exchanges().length;
  const chat = await talk(visitor);
  await ledger.settle();
  const unwalked = [...waiting.keys()].filter((shape) => !walked.has(shape));
  const notWalked = fewOf(unwalked.map(notOpened), 'pages');
  return {
    pages: [...walked],
    chatFrom,
    ...(chat.address !== undefined && { chatAddress: chat.address }),
    leftOut: [...failed, ...chat.leftOut, ...notWalked],
  };
}

/** Opens a page and reads its links; a sentence's end on what is wrong when it cannot be opened, or never comes to rest. */
async function open(visitor: Visitor, path: string): Promise<readonly string[] | string> {
  const { page } = visitor;
  const moves = followMoves(page);
  try {
    await gotoAndSettle(page, path);
    const links = await linksAtRest(visitor);
    if (links && moves.count() <= mostMoves) return links;
    await leave(page);
    return 'goes on to other pages by itself without end: its links were not followed';
  } catch (error) {
    if (error instanceof errors.TimeoutError) await leave(page);
    return 'could not be opened';
  } finally {
    moves.stop();
  }
}

/** A page that never comes to rest would ask for more and more while others are looked at. */
async function leave(page: Page): Promise<void> {
  await gotoAndSettle(page, 'data:text/html,').catch(() => undefined);
}

/** A sign-in or a choice of language leads over a few pages; what goes on longer leads nowhere. */
const mostMoves = 10;

function followMoves(page: Page) {
  let moves = 0;
  const moved = (frame: Frame) => {
    if (frame === page.mainFrame()) moves += 1;
  };
  page.on('framenavigated', moved);
  return { count: () => moves, stop: () => void page.off('framenavigated', moved) };
}

/** The links of a page that has come to rest; `undefined` when it goes on while it is read, and once more after that. */
async function linksAtRest(visitor: Visitor): Promise<readonly string[] | undefined> {
  const links = await linksOf(visitor).catch(() => undefined);
  if (links) return links;
  await settledAfter(visitor.page, () => Promise.resolve());
  return linksOf(visitor).catch(() => undefined);
}

function notOpened(shape: string): string {
  return `the page ${shape} was not opened: enough pages were`;
}

/** Pages of the config that this visitor has a use for. Who may see others' records has the admin's. */
function pagesOf(visitor: Visitor): readonly string[] {
  const { pages } = visitor.stage.product;
  if (seesOthers(visitor)) return pages.admin;
  const own = pages.records.flatMap(({ kind, path }) => {
    const id = firstRecordOf(visitor, kind)?.id;
    return id === undefined ? [] : [path.replaceAll('{id}', encodeURIComponent(id))];
  });
  return [...own, ...pages.public, ...pages.private];
}

function seesOthers({ persona }: Visitor): boolean {
  return persona.sees.some((owner) => owner !== persona.account);
}

/** Links to pages of the same site. Of an admin's none are followed: they may change what is somebody's. */
async function linksOf(visitor: Visitor): Promise<readonly string[]> {
  if (seesOthers(visitor)) return [];
  const { site, pages } = visitor.stage.product;
  const addresses = await visitor.page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));
  return addresses.filter(
    (address) =>
      URL.canParse(address) &&
      new URL(address).origin === new URL(site).origin &&
      isPage(address, pages.signIn),
  );
}

function isPage(address: string, signIn: string): boolean {
  const { pathname, search } = new URL(address);
  return pathname !== signIn && !notToFollow.test(pathname) && !notToFollow.test(search);
}

/** One message: it may cost the owner of the model money. */
async function talk(
  visitor: Visitor,
): Promise<{ readonly address?: string; readonly leftOut: readonly string[] }> {
  const { chat } = visitor.stage.product;
  const [question] = ownQuestionsOf(visitor);
  const [first] = chat.pages;
  if (question === undefined || first === undefined || seesOthers(visitor)) return { leftOut: [] };
  const here = new URL(visitor.page.url()).pathname;
  if (!chat.pages.includes(here)) await gotoAndSettle(visitor.page, first);
  const turn = await visitor.chat.ask(question.text);
  if (turn.is !== 'answered')
    return { leftOut: [`the chatbot was asked and did not answer: ${turn.detail}`] };
  return { ...(turn.wire?.kind === 'request' && { address: turn.wire.url }), leftOut: [] };
}
