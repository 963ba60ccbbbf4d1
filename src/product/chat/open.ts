import type { Page } from '@playwright/test';
import { type Control, findComposer, findLauncher } from './find-controls';
import { followTraffic } from './traffic';
import type { ChatOptions } from './turn';
import { pause, waitFor } from './wait';
import { widgetNamed } from './widgets/index';
import type { Widget } from './widgets/widget';

/** Milliseconds in which a widget may show its composer by itself before its launcher is looked for. */
const grace = 1_200;

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
  const already = await waitFor(() => findComposer(page, widget), Math.min(Date.now() + grace, until));
  if (already !== undefined) return already;
  while (Date.now() < until) {
    await pressLauncher(page, widget);
    const composer = await waitFor(() => findComposer(page, widget), Math.min(Date.now() + opening, until));
    if (composer !== undefined) return composer;
  }
  return undefined;
}

/** Something may lie over the launcher, such as a cookie banner: then the press is handed to the element itself. */
async function pressLauncher(page: Page, widget: Widget): Promise<void> {
  const launcher = await findLauncher(page, widget);
  if (launcher === undefined) return pause();
  try {
    await launcher.element.click({ timeout: 1_500 });
  } catch {
    await launcher.element.dispatchEvent('click').catch(() => undefined);
  }
}
