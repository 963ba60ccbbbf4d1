import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** A bad mobile line: what Lighthouse calls slow 4G (its documentation), in bytes per second and milliseconds. */
const slow = { latency: 400, downloadThroughput: (1_600 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

/** Fast answers that were seen although the line was throttled; empty when it was slow all the time. */
export type LineCheck = () => Promise<readonly string[]>;

/**
 * Throttles every page and popup of a context, and returns how to prove afterwards that it was slow.
 * The throttle ends with its CDP session, so the sessions are kept; a page made later gets one of its own.
 */
export async function slowDown(context: BrowserContext, page: Page): Promise<LineCheck> {
  const pages = new Set<Page>();
  const throttle = async (opened: Page) => {
    pages.add(opened);
    await throttled(opened, slow);
  };
  await throttle(page);
  context.on('page', (opened) => void throttle(opened).catch(() => undefined));
  return async () => (await Promise.all([...pages].map(fastDocumentOf))).flat();
}

/** Until its answer comes, a request takes at least as long as it takes to press something. */
const verySlow = { ...slow, latency: 2_000 };

/**
 * Does something with a page whose line is so slow meanwhile that no answer comes before it is done. A page has one
 * throttle: whoever was on a slow line is not any more.
 */
export async function whileSlow<T>(page: Page, act: () => Promise<T>): Promise<T> {
  const session = await throttled(page, verySlow);
  try {
    return await act();
  } finally {
    await session.detach();
  }
}

async function throttled(page: Page, conditions: typeof slow): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditionsByRule', {
    matchedNetworkConditions: [{ urlPattern: '', ...conditions }],
  });
  return session;
}

/** The browser's own timing of the document: what came from the network faster than the line allows was not throttled. */
async function fastDocumentOf(page: Page): Promise<readonly string[]> {
  if (page.isClosed() || page.url() === 'about:blank') return [];
  const waited = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    return navigation instanceof PerformanceNavigationTiming && navigation.transferSize > 0
      ? navigation.responseEnd - navigation.requestStart
      : undefined;
  });
  if (waited === undefined || waited >= slow.latency * 0.9) return [];
  return [`${new URL(page.url()).pathname} answered after ${Math.round(waited)} ms`];
}
