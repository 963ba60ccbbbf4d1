import type { BrowserContext, Page, Response } from '@playwright/test';
import type { Ledger } from './ledger';
import { placeOf } from './place';
import { textOrBytes } from './text-types';
import { withinTime } from './watched-context';

/**
 * A popup runs as soon as one of the browser's clients lets it, and Playwright is often faster than we are: the first
 * requests of a popup may be missed by the browser-wide watch. Playwright itself hears them all.
 */
export interface PopupAnswers {
  tell(ledger: Ledger): Promise<void>;
}

const followed = new WeakMap<BrowserContext, PopupAnswers>();

export const popupAnswers = (context: BrowserContext): PopupAnswers | undefined => followed.get(context);

/** Takes down every answer that a popup of this context gets. */
export const followPopups = (context: BrowserContext): void => {
  const untold = new Set<{
    readonly response: Response;
    readonly at: number;
    readonly body: Promise<Buffer | null>;
  }>();
  const opened = new WeakSet<Page>();
  // A popup's first answers come before Playwright tells of the popup: so whatever is not known to be no popup counts.
  context.on('page', (page) => {
    void page.opener().then((opener) => {
      if (opener === null) opened.add(page);
    });
  });
  context.on('response', (response) => {
    const page = pageOf(response);
    if (page === 'none' || (page !== 'not yet' && opened.has(page))) return;
    untold.add({ response, at: Date.now(), body: response.body().catch(() => null) });
  });
  followed.set(context, {
    async tell(ledger) {
      for (const answer of untold) {
        untold.delete(answer);
        const { response, at } = answer;
        const url = placeOf(response.url());
        const headers = await withinTime(
          response.headersArray().catch(() => []),
          1000,
        );
        const type = response.headers()['content-type']?.split(';')[0]?.trim() ?? '';
        const text = (headers ?? []).map(({ name, value }) => `${name}: ${value}`).join('\n');
        ledger.show({ channel: 'response-headers', where: { part: 'headers', url }, at, body: text });
        const body = await withinTime(answer.body, 2000);
        const where = { part: 'body', url };
        const isThere = () =>
          ledger.exhibits().some((one) => one.channel === 'response-body' && one.where.url === url);
        if (body && body.length > 0)
          ledger.show({ channel: 'response-body', where, at, type, body: textOrBytes(body, type) });
        else if (!body && mayHaveBody(response.status()) && !isThere()) {
          const unreadable =
            'an answer to a popup that had just been opened could not be had from the browser';
          ledger.show({ channel: 'response-body', where, at, type, body: { unreadable } });
        }
      }
    },
  });
};

const mayHaveBody = (status: number): boolean =>
  status >= 200 && status !== 204 && status !== 205 && (status < 300 || status >= 400);

/** Requests of workers have none; a popup's first comes before its page. */
const pageOf = (response: Response): Page | 'none' | 'not yet' => {
  try {
    return response.frame().page();
  } catch {
    return response.request().isNavigationRequest() ? 'not yet' : 'none';
  }
};
