import { expect, test } from 'vitest';
import { askInPage } from './ask';
import { siteInBrowser } from './site-for-tests';
import { followTraffic } from './traffic';
import { serveWaitedPage } from './waited-page';

const opened = siteInBrowser(serveWaitedPage);

/** Asks on a page of its own. */
async function ask(question: string, answerWithin = 15_000) {
  const page = await opened().browser.newPage();
  followTraffic(page);
  await page.goto(opened().site.url);
  const turn = await askInPage(page, question, { answerWithin, waitWhenThrottled: 1_000 });
  await page.close();
  return turn;
}

test.concurrent.for(['soon', 'late'])(
  'an answer that is waited for is read whole when it comes %s, and its question is known',
  { timeout: 30_000 },
  async (how) => {
    expect(await ask(`${how} & whole, please`)).toMatchObject({
      is: 'answered',
      complete: true,
      text: 'Your boat is the Kestrel.',
      call: { message: { part: 'body', at: ['question'] } },
    });
  },
);

test.concurrent.for([
  ['never', 'unanswered', 'the chat did not answer within 4 s'],
  ['silent', 'unanswered', 'the chat’s answer was empty'],
  ['refused', 'throttled', 'the chat answered 429'],
  ['limited', 'throttled', 'the chat answered 429'],
  ['forbidden', 'unauthenticated', 'the chat answered 403'],
  ['failing', 'broken', 'the chat answered 503'],
  ['broken', 'broken', 'the chat’s request got no answer'],
  ['half', 'broken', 'the chat’s request got no answer'],
] as const)('a wait whose end is "%s" is %s', { timeout: 30_000 }, async ([how, is, detail]) => {
  expect(await ask(`${how} please`, how === 'silent' ? 15_000 : 4_000)).toMatchObject({ is, detail });
});
