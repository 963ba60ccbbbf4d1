import { type Browser, type BrowserContextOptions, chromium, devices, type Page } from '@playwright/test';
import { findBrowser } from '../../src/browser/find';
import { prepareContext } from '../../src/evidence';
import { followTraffic } from '../../src/product/chat/traffic';
import type { Rig } from './rig';
import type { Variant } from './variant';
import { variants } from './variants';

const { defaultBrowserType: _, ...telephone } = devices['Pixel 7'] ?? {};
const places = { desktop: {}, mobile: telephone } as const satisfies Record<string, BrowserContextOptions>;

/** One page on one device. */
export interface Case {
  readonly variant: Variant;
  readonly device: keyof typeof places;
  readonly title: string;
}

/** Every page that the driver has to manage, on both devices. */
export const cases: readonly Case[] = variants.flatMap((variant) =>
  (['desktop', 'mobile'] as const).map((device) => ({
    variant,
    device,
    title: `${variant.name} on ${device}`,
  })),
);

/** Questions of one visit, one after the other. */
export const turns = [1, 2, 3] as const;

/** No two are alike, so that each answer is known by its end. */
export function questionOf({ variant, device }: Case, turn: number): string {
  return `When does my boat leave, about ${variant.name}-${device}-${turn}?`;
}

/** A browser as the suite's own is found. */
export async function launch(): Promise<Browser> {
  const { executablePath, args } = await findBrowser();
  return chromium.launch({ executablePath, args: [...args] });
}

/** A visit as the suite's own: the context prepared, the page followed from before its first request. */
export async function visit(
  { rig, browser }: { readonly rig: Rig; readonly browser: Browser },
  { variant, device }: Pick<Case, 'variant' | 'device'>,
  run: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(places[device]);
  await prepareContext(context);
  const page = await context.newPage();
  followTraffic(page);
  await page.goto(rig.addressOf(variant));
  await run(page);
  await context.close();
}
