import type { Page } from '@playwright/test';
import { typeUnseen } from './keyboard';

/** Milliseconds for the page behind the password to come. */
const patience = 10_000;

/**
 * Types the password of a site that is shown to nobody without it (Webflow's `/.wf_auth`, Framer's and Netlify's own):
 * a page with one password field and nothing else to fill in. The site keeps in a cookie that it was right.
 */
export async function passSitePassword(page: Page, password: string): Promise<void> {
  if (!(await isGate(page))) return;
  await page.locator('input[type="password"]').focus();
  await typeUnseen(page, password);
  const left = page.waitForEvent('domcontentloaded', { timeout: patience }).catch(() => undefined);
  await page.keyboard.press('Enter');
  await left;
}

async function isGate(page: Page): Promise<boolean> {
  const fields = page.locator('input:not([type="hidden"], [type="submit"], [type="checkbox"]), textarea');
  return (await fields.count()) === 1 && (await page.locator('input[type="password"]').count()) === 1;
}
