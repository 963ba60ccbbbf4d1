import type { Page, Request, Response } from '@playwright/test';
import type { SignInFault } from './errors';

/** Why a form that was sent has signed nobody in, as far as what it posted tells. */
export interface WhyNot {
  readonly fault: SignInFault;
  readonly sentence: string;
}

/** What a server answers to somebody whom it does not know. */
const refusals: readonly number[] = [400, 401, 403, 404, 422];

/**
 * Listens to what a page posts. Pages mostly say the same to a wrong password and to a server that is down; what was
 * answered tells them apart. A refusal counts before all else: beside it only the page's own telemetry may have failed.
 */
export function followPosts(page: Page) {
  const answers: { readonly host: string; readonly status: number }[] = [];
  const note = (request: Request, status: number) => {
    if (request.method() === 'POST') answers.push({ host: new URL(request.url()).host, status });
  };
  const answered = (response: Response) => note(response.request(), response.status());
  const failed = (request: Request) => note(request, 0);
  page.on('response', answered).on('requestfailed', failed);
  return {
    whyNot(): WhyNot | undefined {
      page.off('response', answered).off('requestfailed', failed);
      if (answers.some(({ status }) => refusals.includes(status))) return undefined;
      const throttled = answers.find(({ status }) => status === 429);
      if (throttled)
        return {
          fault: 'throttled',
          sentence: `${throttled.host} answered 429: too many sign-ins → wait, or run fewer workers`,
        };
      const broken = answers.find(({ status }) => status === 0 || status >= 500);
      if (!broken) return undefined;
      const said = broken.status === 0 ? 'did not answer' : `answered ${broken.status}`;
      return { fault: 'unreachable', sentence: `${broken.host} ${said} when the form was sent` };
    },
  };
}
