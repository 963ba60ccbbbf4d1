import { setTimeout as after } from 'node:timers/promises';
import { followTraffic } from '../product/chat/traffic';
import type { Millis } from '../words';
import { askAndGoOn } from './ask-and-go-on';
import { startNewChat } from './new-chat';
import { whileSlow } from './slow-network';
import type { Visitor } from './visitor';

/**
 * Asks in the page, and begins another chat while the answer is on its way; goes away and comes back where the page's
 * chat has no control for that. Meanwhile the line is slow: there are bots that answer faster than anybody could press
 * a button.
 *
 * @returns why there was no answer to leave, or `undefined`
 */
export async function switchChat(visitor: Visitor, text: string): Promise<string | undefined> {
  const { page } = visitor;
  const { wrong, place } = await whileSlow(page, async () => {
    const notAsked = await askAndGoOn(visitor, text);
    await onItsWay(visitor, text);
    const left = { wrong: notAsked ?? overAlready(visitor, text), place: page.url() };
    // Loaded anew, the page would live on until the new one comes.
    if (!(await startNewChat(page))) await page.goto('about:blank');
    return left;
  });
  if (page.url() !== place) await page.goto(place);
  return wrong;
}

/** Longest that a question is waited for which its browser holds back. */
const patience: Millis = 10_000;

/** A page that asks another host asks first whether it may. Chromium tells of the headers when they are sent. */
async function onItsWay({ page }: Visitor, text: string): Promise<void> {
  const sent = followTraffic(page).carrying(text)?.request?.allHeaders();
  await Promise.race([sent?.catch(() => undefined), sent && after(patience, undefined, { ref: false })]);
}

/** What is sent in a way that cannot be read is taken to be on its way: nothing was waited for. */
function overAlready({ page }: Visitor, text: string): string | undefined {
  const traffic = followTraffic(page);
  const request = traffic.carrying(text)?.request;
  if (!request || traffic.endOf(request) === undefined) return undefined;
  if (traffic.mayPush() || traffic.stillAsksAfter(request)) return undefined;
  return 'the answer was over before another chat could be begun';
}
