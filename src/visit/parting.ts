import { firstRecordOf } from '../attempts/first-record';
import { settledAfter } from '../attempts/page-settled';
import { followTraffic } from '../product/chat/traffic';
import type { Session } from '../product/types';
import { askAndGoOn } from './ask-and-go-on';
import { bringSession } from './bring-session';
import { storageOf, type Seat } from './seat';
import { signOutByPage } from './sign-out';
import { switchChat } from './switch-chat';
import type { Visitor } from './visitor';

/**
 * Begins another chat while an answer is still on its way, and signs out by the page while the next one is. Other tabs
 * are waited for: they may hear of it.
 *
 * @returns what is wrong, or `undefined`
 */
export async function signOutInTheMiddle(visitor: Visitor): Promise<string | undefined> {
  const question = ownQuestion(visitor);
  const notAsked = (await switchChat(visitor, question)) ?? (await askAndGoOn(visitor, question));
  if (notAsked !== undefined) return notAsked;
  const others = visitor.context.pages().filter((page) => page !== visitor.page);
  const act = () => signOutByPage(visitor.page);
  return others.reduce((inner, other) => () => settledAfter(other, inner), act)();
}

/**
 * What another tab had drawn before stays on most sites until it is touched, and is as old as the owner's own visit: the
 * next one touches it.
 */
export async function loadOthersAgain({ context, page }: Visitor): Promise<void> {
  for (const other of context.pages()) if (other !== page) await settledAfter(other, () => other.reload());
}

/**
 * The line breaks while an answer is on its way; something more is asked that cannot be sent; then the tab is closed.
 *
 * @returns what is wrong when there was no answer on its way, or `undefined`
 */
export async function leaveInTheMiddle(visitor: Visitor): Promise<string | undefined> {
  const notAsked = await askAndGoOn(visitor, ownQuestion(visitor));
  await visitor.context.setOffline(true);
  await askAndGoOn(visitor, `Please make a note of this: ${ownWords(visitor)}`);
  return notAsked;
}

/** Another tab, and none but this; with somebody's session, where the browser is to keep one. */
export async function sitAtNewTab(visitor: Visitor, seat: Seat, kept: Session | null): Promise<Seat> {
  const { context, stage, persona } = visitor;
  for (const page of context.pages()) await page.close();
  await context.setOffline(false);
  const page = await context.newPage();
  followTraffic(page);
  if (kept !== null) {
    const state = storageOf({ ...persona, session: 'expired' }, kept, stage.product);
    await context.addCookies(state.cookies);
    await bringSession(context, page, state);
  }
  return { ...seat, page: () => page };
}

/** An ordinary question, whose answer is full of what is the asker's own. */
function ownQuestion(visitor: Visitor): string {
  const { ask } = visitor.stage.product.chat;
  const [, text = ''] = Object.entries(ask).find(([kind]) => firstRecordOf(visitor, kind)) ?? [];
  return text;
}

/** Something that only this visitor would write. */
function ownWords(visitor: Visitor): string {
  const { ask } = visitor.stage.product.chat;
  const record = Object.keys(ask)
    .map((kind) => firstRecordOf(visitor, kind))
    .find((found) => found !== undefined);
  return Object.values(record?.fields ?? {}).join(', ');
}
