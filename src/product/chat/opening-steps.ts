import type { Frame, Locator, Page } from '@playwright/test';

/** How many steps were taken on the page as it is loaded now. */
const taken = new WeakMap<Page, number>();

/**
 * Steps that were not taken yet since the page was loaded: what has to be pressed before a chat takes questions, such as
 * a quick reply, a consent, "start".
 */
export function stepsLeft(page: Page, steps: readonly string[]): readonly string[] {
  return steps.slice(taken.get(page) ?? 0);
}

/**
 * Presses the first of the steps left that is there to be seen; those before it are over, as widgets remember some.
 *
 * @param steps what is to be read on each, or its label
 * @returns whether anything was pressed
 */
export async function takeStep(page: Page, steps: readonly string[]): Promise<boolean> {
  if (!taken.has(page)) page.on('domcontentloaded', () => taken.set(page, 0));
  const from = taken.get(page) ?? 0;
  taken.set(page, from);
  for (const [index, step] of steps.entries()) {
    const found = index < from ? undefined : await visible(page, step);
    if (found === undefined) continue;
    taken.set(page, index + 1);
    await found.click({ timeout: 2_000 }).catch(() => found.dispatchEvent('click'));
    return true;
  }
  return false;
}

async function visible(page: Page, step: string): Promise<Locator | undefined> {
  const found = await Promise.all(page.frames().map((frame) => visibleIn(frame, step)));
  return found.find((locator) => locator !== undefined);
}

async function visibleIn(frame: Frame, step: string): Promise<Locator | undefined> {
  const named = frame
    .getByRole('button', { name: step, exact: true })
    .or(frame.getByText(step, { exact: true }));
  const one = named.filter({ visible: true }).first();
  return (await one.count().catch(() => 0)) > 0 ? one : undefined;
}
