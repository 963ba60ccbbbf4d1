import type { Page } from '@playwright/test';
import { type Control, findComposer, findLauncher } from './find-controls';
import { followTraffic } from './traffic';
import type { ChatOptions } from './turn';
import { pause, waitFor } from './wait';
import { widgetNamed } from './widgets/index';

/** Milliseconds in which a widget whose launcher is there may still open by itself. */
const grace = 600;

/** Milliseconds that an opening panel is given before the launcher is pressed again. */
const opening = 3_000;

/**
 * Waits for the chat widget of a page and opens it if it is closed.
 *
 * @returns its composer, or `undefined` when there was none in time
 * @throws {ConfigError} when `options.widget` is not known
 */
export async function openChat(page: Page, options: ChatOptions = {}): Promise<Control | undefined> {
  const widget = widgetNamed(options.widget);
  const until = Date.now() + (options.openWithin ?? 20_000);
  followTraffic(page);
  let launcherSeen = Infinity;
  for (;;) {
    const composer = await findComposer(page, widget);
    if (composer !== undefined || Date.now() >= until) return composer;
    const launcher = await findLauncher(page, widget);
    if (launcher !== undefined) launcherSeen = Math.min(launcherSeen, Date.now());
    if (launcher !== undefined && Date.now() - launcherSeen >= grace) {
      await press(launcher);
      await waitFor(() => findComposer(page, widget), Math.min(Date.now() + opening, until));
    } else await pause();
  }
}

/** Something may lie over the launcher, such as a cookie banner: then the press is handed to the element itself. */
async function press({ element }: Control): Promise<void> {
  try {
    await element.click({ timeout: 1_500 });
  } catch {
    await element.dispatchEvent('click').catch(() => undefined);
  }
}
