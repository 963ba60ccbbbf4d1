import type { Page } from '@playwright/test';

/** A body that left as a stream. */
export interface StreamedBody {
  readonly method: string;
  readonly url: string;
  readonly text: string;
}

/**
 * Hears the bodies for which Playwright has no text: what a page wraps into a `Request` and clones (as ky does, and
 * with it typebot) leaves as a stream, and only the browser's own protocol gives it. Frames of other sites are not heard.
 */
export function followStreamedBodies(page: Page, hear: (body: StreamedBody) => void): void {
  follow(page, hear).catch(() => undefined); // The page is gone: there is nothing to hear.
}

async function follow(page: Page, hear: (body: StreamedBody) => void): Promise<void> {
  const session = await page.context().newCDPSession(page);
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.hasPostData !== true || request.postData !== undefined) return;
    const { method, url } = request;
    session.send('Network.getRequestPostData', { requestId }).then(
      ({ postData }) => hear({ method, url, text: postData }),
      () => undefined,
    );
  });
  await session.send('Network.enable');
}
