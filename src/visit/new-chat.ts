import type { Page } from '@playwright/test';
import { settledAfter } from '../attempts/page-settled';

/** What a control is called that begins a chat anew, in the languages of the widgets that were looked at. */
const newChatWords =
  /^\W*((start )?(a )?new (chat|conversation|session)|(start|begin) over|(restart|reset|clear)( (the )?(chat|conversation))?|neuer chat|neues gespräch|nouvelle (discussion|conversation)|nuevo chat|nueva conversación|nuova chat|nieuwe? (chat|gesprek))\W*$/i;

/**
 * Presses the chat's own control for a new conversation, in whatever frame or open shadow root it is.
 *
 * @returns whether there was one to be seen
 */
export async function startNewChat(page: Page): Promise<boolean> {
  for (const frame of page.frames()) {
    const controls = frame.locator('button, a, [role=button], [role=menuitem]');
    const named = controls
      .filter({ hasText: newChatWords })
      .or(frame.getByLabel(newChatWords))
      .or(frame.getByTitle(newChatWords))
      .filter({ visible: true })
      .first();
    if ((await named.count()) === 0) continue;
    await settledAfter(page, () =>
      named.evaluate((element) => (element instanceof HTMLElement ? element.click() : undefined)),
    );
    return true;
  }
  return false;
}
