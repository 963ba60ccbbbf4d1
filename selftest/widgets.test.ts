import { type Browser, chromium, devices, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../src/browser/find';
import { prepareContext } from '../src/evidence';
import { askInPage } from '../src/product/chat';
import { followTraffic } from '../src/product/chat/traffic';
import { endMarkOf } from './widgets/bot';
import { type Rig, startRig } from './widgets/rig';
import { variants } from './widgets/variants';

/** The driver is told nothing about any of these pages: no selector, no preset, no name. */
let rig: Rig;
let browser: Browser;

beforeAll(async () => {
  rig = await startRig(variants);
  const { executablePath, args } = await findBrowser();
  browser = await chromium.launch({ executablePath, args: [...args] });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await rig.stop();
});

const { defaultBrowserType: _, ...telephone } = devices['Pixel 7'] ?? {};
const places = { desktop: {}, mobile: telephone } as const;
const turns = [1, 2, 3] as const;

const cases = variants.flatMap((variant) =>
  (['desktop', 'mobile'] as const).map((device) => ({
    variant,
    device,
    title: `${variant.name} on ${device}`,
  })),
);

/** Milliseconds between the last byte of an answer and the moment at which it was taken, one for each turn. */
const lags: number[] = [];

test.concurrent.for(cases)(
  '$title: three whole answers, each question sent once, nothing else touched',
  { timeout: 180_000 },
  async ({ variant, device }) => {
    const context = await browser.newContext(places[device]);
    await prepareContext(context);
    const page = await context.newPage();
    followTraffic(page);
    await page.goto(rig.addressOf(variant));
    for (const turn of turns) {
      const question = `When does my boat leave, about ${variant.name}-${device}-${turn}?`;
      const answer = await askInPage(page, question);
      const taken = Date.now();
      const heard = rig.bot.heard.filter((one) => one.question === question);
      expect(answer).toMatchObject({
        is: 'answered',
        complete: true,
        text: expect.stringContaining(endMarkOf(question)),
      });
      expect(answer).not.toMatchObject({ text: expect.stringContaining('looking at this boat') });
      expect(heard).toHaveLength(1);
      lags.push(taken - (heard[0]?.endedAt ?? Infinity));
    }
    expect(await touchedIn(page)).toEqual([]);
    expect(page.url()).toBe(rig.addressOf(variant));
    await context.close();
  },
);

test('an answer is taken soon after its end, and never before', () => {
  const median = lags.toSorted((left, right) => left - right)[Math.floor(lags.length / 2)];
  console.log(
    `chat driver: ${lags.length} turns of ${variants.length} pages on two devices, median lag ${median} ms`,
  );
  expect(lags).toHaveLength(cases.length * turns.length);
  expect(Math.min(...lags)).toBeGreaterThan(0);
  // Measured 1.0 s beside nothing else; the limit only has to tell that from waiting in vain.
  expect(median).toBeLessThan(4_000);
});

/** What of the decoys was pressed or typed into, or holds anything now. */
function touchedIn(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...(window as unknown as { touched: string[] }).touched,
    ...[...document.querySelectorAll<HTMLInputElement>('[data-decoy] :is(input, textarea)')]
      .map(({ value }) => value)
      .filter((value) => value !== ''),
  ]);
}
