import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll } from 'vitest';
import { findBrowser } from '../../browser/find';

/** A site, and a browser to visit it with, for as long as the tests of a file run. */
export function siteInBrowser<Site extends { readonly close: () => void }>(serve: () => Promise<Site>) {
  let opened: { readonly site: Site; readonly browser: Browser };

  beforeAll(async () => {
    const site = await serve();
    const { executablePath, args } = await findBrowser();
    opened = { site, browser: await chromium.launch({ executablePath, args: [...args] }) };
  }, 30_000);

  afterAll(async () => {
    await opened.browser.close();
    opened.site.close();
  });

  return () => opened;
}
