import type { CDPSession, Page } from '@playwright/test';

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/**
 * Types into what has the focus. Straight through the browser's own protocol: `fill` and `insertText` would write the
 * text into the title of a step, and so into every report.
 */
export async function typeUnseen(page: Page, text: string): Promise<void> {
  const session = await sessionOf(page);
  await session.send('Input.insertText', { text });
}

function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page);
  if (known !== undefined) return known;
  const session = page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}
