import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../browser/find';
import { watchBrowser, type BrowserWatch } from '../evidence';
import { freePort } from '../evidence/free-port';

/** A browser and the connection that watches all of it. */
export interface WatchedBrowser {
  readonly browser: Browser;
  readonly watch: BrowserWatch;
  close(): Promise<void>;
}

/**
 * Starts the installed browser with a debugging port of its own beside Playwright's pipe (one fixed port would break
 * parallel workers), and starts watching before the first page.
 * Throws when no browser is found, it does not start, or it cannot be watched.
 */
export async function launchWatched(options: { readonly headless: boolean }): Promise<WatchedBrowser> {
  const { executablePath, args } = await findBrowser(options.headless);
  const port = await freePort();
  const browser = await chromium.launch({
    ...options,
    executablePath,
    args: [...args, `--remote-debugging-port=${port}`],
  });
  const watch = await watchBrowser({ port });
  return {
    browser,
    watch,
    async close() {
      await watch.close();
      await browser.close();
    },
  };
}
