import type { Page } from '@playwright/test';
import { type Control, findComposer, findLauncher } from './find-controls';
import { stepsLeft, takeStep } from './opening-steps';
import { passSitePassword } from './site-password';
import { followTraffic } from './traffic';
import type { ChatOptions } from './turn';
import { pause, waitFor } from './wait';
import { widgetFor } from './widgets/index';
import type { Widget } from './widgets/widget';

/** Milliseconds in which a widget whose launcher is there may still open by itself. */
const grace = 600;

/** Milliseconds that an opening panel is given before the launcher is pressed again. */
const opening = 3_000;

/** Milliseconds that a page's last images and scripts may take, once. */
const loading = 5_000;

const loaded = new WeakSet<Page>();

/**
 * Waits for the chat widget of a page and opens it if it is closed.
 *
 * @returns its composer, or `undefined` when there was none in time
 * @throws {ConfigError} when `options.widget` is not known
 */
export async function openChat(page: Page, options: ChatOptions = {}): Promise<Control | undefined> {
  const widget = widgetFor(options);
  const until = Date.now() + (options.openWithin ?? 20_000);
  followTraffic(page);
  await isLoaded(page);
  if (options.sitePassword !== undefined) await passSitePassword(page, options.sitePassword);
  return openedComposer(page, widget, options.opening ?? [], until);
}

/** Before that a page may still replace all of its nodes, and whatever was typed into them. */
async function isLoaded(page: Page): Promise<void> {
  if (loaded.has(page)) return;
  loaded.add(page);
  await page.waitForLoadState('load', { timeout: loading }).catch(() => undefined);
}

async function openedComposer(
  page: Page,
  widget: Widget,
  steps: readonly string[],
  until: number,
): Promise<Control | undefined> {
  let launcherSeen = Infinity;
  let composerSeen = Infinity;
  for (;;) {
    if (await takeStep(page, steps)) continue;
    const composer = await findComposer(page, widget);
    if (composer !== undefined) composerSeen = Math.min(composerSeen, Date.now());
    const isOpen = stepsLeft(page, steps).length === 0 || Date.now() - composerSeen >= opening;
    if ((composer !== undefined && isOpen) || Date.now() >= until) return composer;
    const launcher = composer === undefined ? await findLauncher(page, widget) : undefined;
    if (launcher !== undefined) launcherSeen = Math.min(launcherSeen, Date.now());
    if (launcher !== undefined && Date.now() - launcherSeen >= grace) {
      await press(launcher);
      await waitFor(() => isThere(page, widget, steps), Math.min(Date.now() + opening, until));
    } else await pause();
  }
}

/** Whether an opened chat shows something to go on with. */
async function isThere(page: Page, widget: Widget, steps: readonly string[]): Promise<boolean> {
  return (await takeStep(page, steps)) || (await findComposer(page, widget)) !== undefined;
}

/** Something may lie over the launcher, such as a cookie banner: then the press is handed to the element itself. */
async function press({ element }: Control): Promise<void> {
  try {
    await element.click({ timeout: 1_500 });
  } catch {
    await element.dispatchEvent('click').catch(() => undefined);
  }
}
