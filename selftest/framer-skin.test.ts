import { chromium, devices, type Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../src/browser/find';
import { startDemo, type Running } from './demo';

let demo: Running;
let browser: Browser;

beforeAll(async () => {
  demo = await startDemo(['--lookalike', 'framer-skin']);
  const { executablePath, args } = await findBrowser();
  browser = await chromium.launch({ executablePath, args: [...args] });
});

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

test.each([
  ['on a desktop', {}],
  ['on a phone', devices['iPhone 15'] ?? {}],
])('in Framer’s skin %s, one copy stays, and links load no document', async (_, device) => {
  const { defaultBrowserType: _browser, ...options } = { defaultBrowserType: '', ...device };
  const page = await browser.newPage({ ...options, baseURL: demo.address });
  const source = await (await page.request.get('/')).text();
  expect(source.match(/<h1/g)).toHaveLength(3);
  await page.goto('/');
  await expect.poll(() => page.locator('h1').count()).toBe(1);
  await page.evaluate(() => Object.assign(window, { stays: true }));
  const menu = page.locator('.w-nav-button');
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('link', { name: 'Trips and prices' }).first().click();
  await page.waitForURL('**/pricing');
  await expect.poll(() => page.title()).toContain('prices');
  await page.goBack();
  await expect.poll(() => page.locator('body').getAttribute('data-page')).toBe('home');
  expect(await page.evaluate(() => 'stays' in window)).toBe(true);
  await page.close();
});
