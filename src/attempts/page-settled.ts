import { setTimeout as after } from 'node:timers/promises';
import type { Frame, Page, Request, Response } from '@playwright/test';
import type { Millis } from '../words';

/** So long nothing may happen on the wire before a page counts as loaded. */
const quiet: Millis = 500;

/** A page that never stops (long polls, live counters) has still been shown: what it holds by then is judged. */
const patience: Millis = 10_000;

/**
 * Opens a path and waits until the page has loaded what it loads by itself.
 *
 * @returns the status of the document; 0 when there was none
 */
export async function gotoAndSettle(page: Page, path: string): Promise<number> {
  const response = await settledAfter(page, () => gotoPastErrorPage(page, path));
  return response?.status() ?? 0;
}

/** Chromium shows its error page a moment after a page has failed. So long it is waited for, should it not come. */
const errorPageWithin: Millis = 5_000;

/** A failure that Chromium has an error page for: not a download, nor a page that takes too long. */
const failure = /net::ERR_(?!ABORTED)/;

/** Tells of a failure when the error page is there: it would be in the way of what is opened next. */
async function gotoPastErrorPage(page: Page, path: string): Promise<Response | null> {
  const { promise: errorPage, stop } = followErrorPage(page);
  try {
    return await gotoPastOthers(page, path);
  } catch (error) {
    if (failure.test(String(error)))
      await Promise.race([errorPage, after(errorPageWithin, undefined, { ref: false })]);
    throw error;
  } finally {
    stop();
  }
}

/** A page that goes on to others by itself gets in the way of what is opened next, but hardly so often. */
const mostInterruptions = 5;
const arrivesWithin: Millis = 2_000;

async function gotoPastOthers(page: Page, path: string): Promise<Response | null> {
  for (let interruptions = 0; ; interruptions += 1) {
    try {
      return await page.goto(path);
    } catch (error) {
      const isInterrupted = String(error).includes('interrupted by another navigation');
      if (!isInterrupted || interruptions === mostInterruptions) throw error;
      // What was begun before may still arrive, and would interrupt in its turn.
      await page.waitForLoadState('load', { timeout: arrivesWithin }).catch(() => undefined);
    }
  }
}

function followErrorPage(page: Page) {
  let told = () => {};
  const promise = new Promise<void>((resolve) => {
    told = resolve;
  });
  const navigated = (frame: Frame) => {
    if (frame === page.mainFrame() && frame.url().startsWith('chrome-error:')) told();
  };
  page.on('framenavigated', navigated);
  return { promise, stop: () => void page.off('framenavigated', navigated) };
}

/**
 * Does something with a page and waits until all that it set off is over: every request has its answer, and nothing
 * new is asked for a moment. Playwright's own `networkidle` waits for the end of bodies, which never comes when a page
 * does not read the body of a refusal.
 */
export async function settledAfter<T>(page: Page, act: () => Promise<T>): Promise<T> {
  const traffic = followRequests(page);
  try {
    const done = await act();
    await traffic.settled();
    return done;
  } finally {
    traffic.stop();
  }
}

function followRequests(page: Page) {
  const unanswered = new Set<Request>();
  let told = () => {};
  const asked = (request: Request) => {
    unanswered.add(request);
    told();
  };
  const answered = (request: Request) => {
    unanswered.delete(request);
    told();
  };
  const responded = (response: { request(): Request }) => answered(response.request());
  page
    .on('request', asked)
    .on('response', responded)
    .on('requestfinished', answered)
    .on('requestfailed', answered);
  return {
    settled: () =>
      new Promise<void>((resolve) => {
        const end = () => {
          clearTimeout(timer);
          clearTimeout(longest);
          resolve();
        };
        const longest = setTimeout(end, patience);
        let timer: NodeJS.Timeout | undefined;
        told = () => {
          clearTimeout(timer);
          if (unanswered.size === 0) timer = setTimeout(end, quiet);
        };
        told();
      }),
    stop() {
      page.off('request', asked).off('response', responded);
      page.off('requestfinished', answered).off('requestfailed', answered);
    },
  };
}
