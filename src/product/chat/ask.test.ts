import { devices, type Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { askInPage } from './ask';
import { serveChatPage } from './chat-page';
import { siteInBrowser } from './site-for-tests';
import { followTraffic } from './traffic';

const opened = siteInBrowser(serveChatPage);

async function visit(path: string, run: (page: Page) => Promise<void>, device = {}): Promise<void> {
  const page = await opened().browser.newPage(device);
  followTraffic(page);
  await page.goto(`${opened().site.url}${path}`);
  await run(page);
  await page.close();
}

const bookings = 'Your bookings are BK-1 and\nBK-2';

test.concurrent.for(['/inline', '/launcher', '/late', '/iframe', '/history'])(
  'reads a whole streamed answer on %s',
  { timeout: 30_000 },
  (path) =>
    visit(path, async (page) => {
      const turn = await askInPage(page, 'stream my "bookings", please');
      expect(turn).toMatchObject({ is: 'answered', text: bookings, complete: true });
    }),
);

test.concurrent('presses the send control where Enter makes a line', { timeout: 30_000 }, () =>
  visit(
    '/inline',
    async (page) => {
      await expect(askInPage(page, 'stream on a phone')).resolves.toMatchObject({
        is: 'answered',
        text: bookings,
      });
      expect(opened().site.asked.filter((question) => question === 'stream on a phone')).toHaveLength(1);
    },
    devices['iPhone 14'],
  ),
);

test.concurrent('reads the second of two equal answers, and a quoted question', { timeout: 30_000 }, () =>
  visit('/inline', async (page) => {
    const first = await askInPage(page, 'stream again', { widget: 'deep-chat' });
    const second = await askInPage(page, 'stream again', { widget: 'deep-chat' });
    const quoted = await askInPage(page, 'quote Bob’s <b>invoice</b>', { widget: 'deep-chat' });
    expect([first, second]).toMatchObject([{ text: bookings }, { text: bookings }]);
    expect(quoted).toMatchObject({ is: 'answered', text: 'quote Bob’s <b>invoice</b>' });
    expect(opened().site.asked.filter((question) => question === 'stream again')).toHaveLength(2);
  }),
);

test.concurrent.for([
  ['refuse', 'unauthenticated'],
  ['forbid', 'unauthenticated'],
  ['throttle', 'throttled'],
  ['patience', 'throttled'],
  ['break', 'broken'],
  ['empty', 'unanswered'],
  ['hang', 'unanswered'],
] as const)('an endpoint that answers with "%s" is %s', { timeout: 30_000 }, ([behaviour, is]) =>
  visit('/inline', async (page) => {
    const turn = await askInPage(page, `${behaviour} please`, {
      answerWithin: 4_000,
      waitWhenThrottled: 2_000,
    });
    expect(turn.is).toBe(is);
  }),
);

test.concurrent.for([
  ['/inline', 'stream', 'a sign'],
  ['/inline', 'break', 'a sign'],
  ['/inline', 'hang', 'a sign'],
  ['/silent', 'stream', 'a sign'],
  ['/silent', 'hang', 'nothing'],
  ['/gif', 'hang', 'a sign'],
  ['/painted', 'hang', 'a sign'],
  ['/faces', 'hang', 'nothing'],
] as const)('on %s, asked to %s, there is %s to be seen', { timeout: 30_000 }, ([path, behaviour, until]) =>
  visit(path, async (page) => {
    const { silence } = await askInPage(page, `${behaviour} and show it`, { answerWithin: 3_000 });
    expect(silence?.until).toBe(until);
    if (until === 'nothing') expect(silence?.ms).toBeGreaterThanOrEqual(3_000);
  }),
);

test.concurrent(
  'a chat that wants a pause gets it, is asked again, and both count',
  { timeout: 30_000 },
  () =>
    visit('/inline', async (page) => {
      let counted = 0;
      const politeness = { countChatMessage: () => (counted += 1) };
      const turn = await askInPage(page, 'busy for a second', { politeness });
      expect(turn).toMatchObject({ is: 'answered', text: 'busy for a second' });
      expect(opened().site.asked.filter((question) => question === 'busy for a second')).toHaveLength(2);
      expect(counted).toBe(2);
    }),
);

test.concurrent('an answer that is cut off is not called complete', { timeout: 30_000 }, () =>
  visit('/inline', async (page) => {
    const turn = await askInPage(page, 'cut please', { answerWithin: 3_000 });
    expect(turn).toMatchObject({ is: 'answered', text: 'Half an ans', complete: false });
  }),
);

test.concurrent('a page without a chat is broken, and nothing is typed anywhere', { timeout: 30_000 }, () =>
  visit('/none', async (page) => {
    const turn = await askInPage(page, 'stream this', { openWithin: 2_500 });
    expect(turn.is).toBe('broken');
    await expect(page.locator('textarea').inputValue()).resolves.toBe('');
    expect(page.url()).toBe(`${opened().site.url}/none`);
  }),
);
